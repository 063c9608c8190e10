// A small panel in an open shadow root, for the harness's own tests: every kind of control the editor uses.
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
customElements.define("x-panel", class extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open", delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host { display: block } .gone { display: none } input, textarea { inline-size: 20em }");
    root.adoptedStyleSheets = [sheet];
    const url = make("input", { id: "url", "aria-describedby": "hint", type: "text" });
    const log = make("p", { role: "status" });
    const say = (text) => log.append(make("span", {}, text + "; "));
    const method = make("select", { id: "method" }, make("option", {}, "GET"), make("option", {}, "POST"));
    const on = make("button", { role: "switch", "aria-checked": "false", "aria-label": "Run this action" });
    on.addEventListener("click", () => on.setAttribute("aria-checked", String(on.getAttribute("aria-checked") !== "true")));
    const fold = make("button", { "aria-expanded": "false", "aria-controls": "more" }, "Additional options");
    const more = make("section", { id: "more", "aria-label": "More", class: "gone" }, make("label", { for: "retries" }, "Retries"), make("input", { id: "retries", type: "number" }));
    fold.addEventListener("click", () => {
      fold.setAttribute("aria-expanded", String(more.classList.toggle("gone") === false));
    });
    const dialog = make("dialog", { "aria-label": "Insert variable" }, make("label", { for: "search" }, "Search variables"), make("input", { type: "search", id: "search" }));
    const open = make("button", {}, "Open");
    open.addEventListener("click", () => dialog.showModal());
    const late = make("button", {}, "Later");
    late.addEventListener("click", () => setTimeout(() => root.append(make("p", { role: "status" }, "Passed")), 300));
    const panel = make("section", { "aria-label": `Test ${this.dataset.say}` },
      make("label", { for: "url" }, "URL"), url, make("p", { id: "hint" }, "A URL is required."),
      make("label", { for: "method" }, "Method"), method,
      make("label", { for: "body" }, "Body"), make("textarea", { id: "body" }),
      on, fold, more, open, late, dialog, log,
      make("button", { class: "gone" }, "Not rendered"), make("div", { "aria-hidden": "true" }, make("button", { tabindex: "-1" }, "Hidden from readers")),
      make("div", { inert: "" }, make("button", {}, "Inert")));
    url.addEventListener("input", () => say("input"));
    url.addEventListener("paste", (event) => say(`pasted ${event.clipboardData.getData("text/plain").split("\n").length} lines`));
    method.addEventListener("change", () => say(`method ${method.value}`));
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey) say("ctrl+enter");
      if (event.key.toLowerCase() === "z" && event.ctrlKey) { event.preventDefault(); say(event.shiftKey ? "redo" : "undo"); }
    });
    root.append(panel);
  }
});

// Everything that a page can do wrong, for the test that nothing of it goes unheard.
globalThis.misbehave = () => {
  setTimeout(() => { throw new Error("thrown"); });
  setTimeout(() => { document.createElement("p").innerHTML = "<b>x</b>"; });
  Promise.reject(new Error("rejected"));
  console.error("said");
  const image = new Image();
  image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
  document.body.append(image);
};
