// Starts the standalone page: the element's module, the page's language, and the page itself, which is Rust.

import { language, load, texts } from "./http-action-editor.js";

/** What the page has kept; nothing where storage is forbidden. */
function kept(name) {
  try {
    return localStorage.getItem(`http-action-editor/1/${name}`);
  } catch {
    return null;
  }
}

const html = document.documentElement;
const tag = language(kept("language") ?? navigator.language);
html.lang = tag;
html.dataset.haeTheme = kept("theme") ?? "auto";

const root = document.getElementById("hae-page");
try {
  const [module, file] = await Promise.all([load(), texts(tag)]);
  module.start_page(root, tag, file, texts);
} catch (error) {
  const note = document.createElement("p");
  note.className = "hae-page-alert";
  note.setAttribute("role", "alert");
  note.textContent =
    tag === "fr"
      ? `La page n'a pas pu démarrer : ${error?.message ?? error}. Rechargez-la.`
      : `The page could not start: ${error?.message ?? error}. Reload it.`;
  root.replaceChildren(note);
  throw error;
}
