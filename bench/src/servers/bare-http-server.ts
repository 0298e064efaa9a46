// The floor of a read over HTTP: nothing but Node's own server, and the same bytes both ways.

import { answer } from "./answer-options.js";
import type { AnswerOptions } from "./answer-options.js";
import { startBareServer } from "./bare-server.js";
import { optionsFromParent } from "./parent-link.js";

const options = optionsFromParent() as AnswerOptions;
startBareServer(
  (response) => answer(response, options),
  async () => Promise.resolve(),
);
