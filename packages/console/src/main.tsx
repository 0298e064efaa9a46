// The page's start.

import "@cloudscape-design/global-styles/index.css";
import "./console.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { applyStoredTheme } from "./shell/theme.js";

applyStoredTheme();
const place = document.querySelector("#console");
if (place === null) throw new Error("the page has no place for the console");
createRoot(place).render(<App />);
