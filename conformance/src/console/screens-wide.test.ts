import { wide } from "./console-visit.js";
import { describeScreens } from "./describe-screens.js";

describeScreens(wide);
