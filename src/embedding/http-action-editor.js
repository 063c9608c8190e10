// The custom element <http-action-editor>: attributes, properties, events, and the loading of the WebAssembly module.
// The editor itself is Rust; this file holds no rule of it. It is the only file of the build with a stable name.

const ASSETS = /* written by the build */ {};
const API_VERSION = 1;
const NAME = "http-action-editor";

const address = (file) => new URL(file, import.meta.url);

let loading;

/** Loads the WebAssembly module, once for the page. */
export function load() {
  loading ??= start();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function start() {
  const wasm = fetch(address(ASSETS.wasm));
  wasm.catch(() => {});
  const glue = await import(address(ASSETS.glue).href);
  await glue.default({ module_or_path: wasm });
  return glue;
}

async function text(file) {
  const response = await fetch(address(file));
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.text();
}

let sheet;
/** The one stylesheet that all editors of the page share. */
function style() {
  sheet ??= text(ASSETS.style).then((css) => {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  });
  sheet.catch(() => (sheet = undefined));
  return sheet;
}

const locales = new Map();
/** The texts of a language. */
export function texts(tag) {
  if (!locales.has(tag)) {
    const loaded = text(ASSETS.texts[tag]);
    loaded.catch(() => locales.delete(tag));
    locales.set(tag, loaded);
  }
  return locales.get(tag);
}

/** The language to use: the one asked for, else the page's, the browser's, English. */
export function language(asked) {
  const wanted = [asked, document.documentElement.lang, ...navigator.languages];
  for (const tag of wanted) {
    const known = Object.keys(ASSETS.texts).find((each) => each === tag?.toLowerCase().split("-")[0]);
    if (known) return known;
  }
  return "en";
}

let names;
/** The registered names of headers, one per line; none where they cannot be had, since nothing depends on them. */
function headerNames() {
  names ??= text(ASSETS.headerNames).catch(() => "");
  return names;
}

/** Keys that a text field uses for itself; a page's shortcuts must not see them. */
const isTyping = (event) =>
  (!(event.ctrlKey || event.altKey || event.metaKey) || event.getModifierState("AltGraph")) &&
  (event.key.length === 1 || /^(Enter|Backspace|Delete|Arrow|Home|End|Page|Dead|Process|Unidentified)/.test(event.key));

const isTextField = (node) => node instanceof HTMLTextAreaElement || (node instanceof HTMLInputElement && node.type !== "checkbox");

function stopTypingKeys(event) {
  if (event.defaultPrevented || (isTextField(event.target) && isTyping(event))) event.stopPropagation();
}

const PROPERTIES = ["value", "edited", "scope", "profile", "transport", "drafts"];

const Base = globalThis.HTMLElement ?? class {};

class HttpActionEditor extends Base {
  static observedAttributes = ["locale", "readonly", "disabled", "testing"];

  #root = this.attachShadow({ mode: "open", delegatesFocus: true });
  #given = { value: null, edited: null, scope: null, profile: null, transport: null, drafts: null };
  #editor;
  #mounting = false;
  #ready = Promise.withResolvers?.() ?? withResolvers();

  constructor() {
    super();
    for (const key of ["keydown", "keypress", "keyup"]) this.#root.addEventListener(key, stopTypingKeys);
    // What a page set before the element was defined hides the accessors: take it over.
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  connectedCallback() {
    if (!this.#editor && !this.#mounting) this.#mount();
  }

  disconnectedCallback() {
    // A move disconnects and connects: only what stays away is freed.
    queueMicrotask(() => {
      if (this.isConnected || !this.#editor) return;
      this.#given.value = this.value;
      this.#given.drafts = this.#editor.drafts();
      this.#editor.unmount();
      this.#editor.free();
      this.#editor = undefined;
      this.#root.replaceChildren();
    });
  }

  async #mount() {
    this.#mounting = true;
    try {
      const tag = language(this.getAttribute("locale"));
      const [module, sheet, strings] = await Promise.all([load(), style(), texts(tag)]);
      if (!this.isConnected) return;
      if (!this.#root.adoptedStyleSheets.includes(sheet)) this.#root.adoptedStyleSheets.push(sheet);
      const container = document.createElement("div");
      container.className = "hae-root";
      container.lang = tag;
      this.#root.replaceChildren(container);
      const editor = module.MountedEditor.mount(container, tag, strings, this.#dispatch);
      this.#editor = editor;
      this.#modes();
      const { value, edited, scope, profile, transport, drafts } = this.#given;
      if (scope !== null) editor.set_scope(plain(scope));
      if (profile !== null) editor.set_profile(plain(profile));
      if (transport !== null) editor.set_transport(transport);
      editor.set_value(plain(value));
      if (edited !== null) editor.set_edited(plain(edited));
      if (drafts !== null) editor.set_drafts(plain(drafts));
      if (language(this.getAttribute("locale")) !== tag) this.#relocate();
      this.#ready.resolve();
      headerNames().then((lines) => this.#editor === editor && editor.set_header_names(lines));
      this.#dispatch("hae-ready", { apiVersion: API_VERSION }, false);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#mounting = false;
      if (this.isConnected && !this.#editor && !this.#root.hasChildNodes()) this.#mount();
    }
  }

  #fail(error) {
    const note = document.createElement("p");
    note.setAttribute("role", "alert");
    note.textContent = `HTTP action editor: ${error?.message ?? error}`;
    this.#root.replaceChildren(note);
    this.#dispatch("hae-error", { code: "crashed", message: String(error?.message ?? error) }, false);
  }

  #dispatch = (type, detail, cancelable) =>
    this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));

  attributeChangedCallback(name) {
    if (!this.#editor) return;
    if (name === "locale") this.#relocate();
    else this.#modes();
  }

  async #relocate() {
    const tag = language(this.getAttribute("locale"));
    const strings = await texts(tag);
    if (language(this.getAttribute("locale")) !== tag) return;
    this.#editor?.set_locale(tag, strings);
    const container = this.#root.querySelector(".hae-root");
    if (container) container.lang = tag;
  }

  #modes() {
    const readonly = this.hasAttribute("readonly");
    const testing = this.getAttribute("testing") ?? (readonly ? "off" : "on");
    this.#editor.set_modes(readonly, this.hasAttribute("disabled"), testing !== "off");
  }

  #give(name, value) {
    this.#given[name] = value ?? null;
    if (!this.#editor) return;
    if (name === "transport") this.#editor.set_transport(this.#given.transport);
    else this.#editor[`set_${name}`](plain(this.#given[name]));
  }

  get apiVersion() { return API_VERSION; }
  get ready() { return this.#ready.promise; }

  // A document that the editor refused, or that is newer, comes back as it was given.
  get value() { return this.#editor?.value() ?? copy(this.#given.value); }
  set value(value) { this.#give("value", value); }

  get scope() { return copy(this.#given.scope); }
  set scope(scope) { this.#give("scope", scope); }

  get profile() { return copy(this.#given.profile); }
  set profile(profile) { this.#give("profile", profile); }

  get transport() { return this.#given.transport; }
  set transport(transport) { this.#give("transport", transport); }

  /** Unsaved edits that a host kept: a document put in the place of the open one as one edit. The baseline stays. */
  set edited(value) { this.#give("edited", value); }

  /** The body drafts of the content types that are not chosen: `{[contentType]: text}`, for hosts that store them. */
  get drafts() { return this.#editor ? this.#editor.drafts() : copy(this.#given.drafts); }
  set drafts(drafts) { this.#give("drafts", drafts); }

  get readonly() { return this.hasAttribute("readonly"); }
  set readonly(on) { this.toggleAttribute("readonly", Boolean(on)); }
  get disabled() { return this.hasAttribute("disabled"); }
  set disabled(on) { this.toggleAttribute("disabled", Boolean(on)); }
  get testing() { return this.getAttribute("testing") ?? (this.readonly ? "off" : "on"); }
  set testing(mode) { this.#reflect("testing", mode); }
  get locale() { return this.getAttribute("locale"); }
  set locale(tag) { this.#reflect("locale", tag); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(theme) { this.#reflect("theme", theme); }

  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  save() { return this.#editor?.save() ?? false; }
  reset() { this.#editor?.reset(); }
  undo() { this.#editor?.undo(); }
  redo() { this.#editor?.redo(); }
  validate() { return this.#editor?.validate() ?? []; }
  focus(options) { if (!this.#editor?.focus()) super.focus(options); }

  async flush() {
    await this.#ready.promise;
    // Effects run in microtasks that may begin others; a task later all of them are done.
    await new Promise((done) => setTimeout(done));
  }
}

/** What was handed over as text, undefined where it is no JSON: the editor refuses it with a word. */
function plain(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function copy(value) {
  const json = plain(value);
  return json === undefined ? value : JSON.parse(json);
}

function withResolvers() {
  let resolve, reject;
  const promise = new Promise((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}

if (globalThis.customElements) {
  const taken = customElements.get(NAME);
  if (taken) console.warn(`<${NAME}> is registered already, with interface version ${taken.apiVersion ?? "unknown"}; this one has ${API_VERSION}.`);
  else {
    HttpActionEditor.apiVersion = API_VERSION;
    customElements.define(NAME, HttpActionEditor);
  }
}
