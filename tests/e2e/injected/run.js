/** What is put into the page once: the functions of look.js under a symbol. */
import * as look from "./look.js";

window[Symbol.for("hae-e2e-look")] ??= Object.freeze({ ...look });
