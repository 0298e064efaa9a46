import { wide } from "./console-visit.js";
import { describeScreens } from "./look-at-screens.js";

describeScreens(wide);
