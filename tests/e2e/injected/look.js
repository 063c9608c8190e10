/**
 * How the tests look at a page: as assistive technology does, by role and accessible name, through open shadow roots, and
 * only at what is rendered. WebDriver has no locator for this; the engines' own computed roles differ (WebKit calls a select
 * a button), so role and name are computed by one library in all three.
 *
 * It only reads. It is kept under a symbol, so that the page's own globals stay as they are.
 */
import { computeAccessibleDescription, computeAccessibleName, getRole } from "dom-accessibility-api";

const SAME_ROLE = { image: "img", none: "presentation", directory: "list" };
// What the library gives a role that HTML-AAM does not.
const NO_ROLE = new Set(["summary", "legend"]);

/** The parent as rendered: the slot, the shadow host, or the parent element. */
function parentOf(element) {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Is it there for a person and for a screen reader? */
export function isExposed(element, modal = topModal()) {
  if (!element.isConnected || !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })) return false;
  let insideModal = modal === null;
  for (let at = element; at; at = parentOf(at)) {
    if (at === modal) insideModal = true;
    if (at.getAttribute("aria-hidden") === "true" || at.inert) return false;
  }
  return insideModal;
}

/** An open modal dialog makes everything outside it inert without any attribute. */
function topModal() {
  let top = null;
  for (const element of walk(document)) if (element.localName === "dialog" && element.matches(":modal")) top = element;
  return top;
}

export function roleOf(element) {
  if (NO_ROLE.has(element.localName) && !element.hasAttribute("role")) return null;
  const role = getRole(element);
  return SAME_ROLE[role] ?? role;
}

export function nameOf(element) {
  // The short way for the commonest case, which the computation would come to as well (accname, 2D): it is slow for a thousand rows.
  const label = element.getAttribute("aria-label")?.trim();
  const name = label && !element.hasAttribute("aria-labelledby") ? label : computeAccessibleName(element);
  return name.replace(/\s+/g, " ").trim();
}

/** Every element under `root` in document order, shadow trees in the place of their host's first child. */
function* walk(root) {
  const start = root.shadowRoot ? [...root.shadowRoot.children, ...root.children] : root.children;
  for (const child of start) {
    yield child;
    yield* walk(child);
  }
}

/** One step of a search: `{css}` or `{role, name?, pattern?, flags?, first?}`. */
function matching(roots, step, hidden) {
  const found = new Set();
  const fits = fitter(step);
  const modal = topModal();
  for (const root of roots)
    for (const element of walk(root)) if (fits(element) && (hidden || isExposed(element, modal))) found.add(element);
  return step.first ? [...found].slice(0, 1) : [...found];
}

function fitter(step) {
  if (step.css !== undefined) return (element) => element.matches(step.css);
  const role = SAME_ROLE[step.role] ?? step.role;
  if (step.name !== undefined) return (element) => roleOf(element) === role && nameOf(element) === step.name;
  if (step.pattern !== undefined) {
    const pattern = new RegExp(step.pattern, step.flags ?? "u");
    return (element) => roleOf(element) === role && pattern.test(nameOf(element));
  }
  return (element) => roleOf(element) === role;
}

/** All elements that the steps lead to, each step searched inside what the one before it found. */
export function find(steps, hidden = false) {
  let roots = [document];
  for (const step of steps) roots = matching(roots, step, hidden);
  return roots;
}

/** What could have been meant: every name that stands under a role, for the message of a failing test. */
export function outline(steps, limit = 120) {
  const roots = steps.length ? find(steps) : [document];
  const lines = [];
  const modal = topModal();
  for (const root of roots)
    for (const element of walk(root)) {
      const role = roleOf(element);
      if (!role || role === "document" || role === "option" || role === "presentation" || !isExposed(element, modal)) continue;
      lines.push(`${role} "${nameOf(element).slice(0, 80)}"`);
      if (lines.length >= limit) return [...lines, "…"];
    }
  return lines;
}

/** The element that really has the focus, below every shadow host. */
export function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** What a person perceives of one element, as plain data. */
export function describe(element) {
  const role = roleOf(element);
  const aria = (name) => element.getAttribute(`aria-${name}`);
  const selected = element.localName === "select" ? element.selectedOptions[0] : null;
  return {
    role,
    name: nameOf(element),
    description: descriptionOf(element),
    text: element.innerText ?? element.textContent ?? "",
    value: "value" in element && element.localName !== "li" ? element.value : null,
    chosen: selected ? selected.label.trim() : null,
    choices: element.localName === "select" ? [...element.options].filter((o) => !o.disabled).map((o) => o.label.trim()) : null,
    checked: aria("checked") ? aria("checked") === "true" : (element.checked ?? null),
    expanded: aria("expanded") === null ? null : aria("expanded") === "true",
    selected: aria("selected") === null ? (element.selected ?? null) : aria("selected") === "true",
    disabled: element.matches(":disabled") || aria("disabled") === "true",
    readonly: element.readOnly === true || aria("readonly") === "true",
    invalid: aria("invalid") === "true" || (element.matches(":invalid") && element.willValidate === true),
    required: element.required === true || aria("required") === "true",
    focused: focused() === element,
    selection: typeof element.selectionStart === "number" ? [element.selectionStart, element.selectionEnd] : null,
    language: element.closest("[lang]")?.lang ?? null,
  };
}

/** Description and error message: both are read out with the field. */
function descriptionOf(element) {
  const parts = [computeAccessibleDescription(element)];
  const id = element.getAttribute("aria-errormessage");
  const message = id && element.getRootNode().getElementById(id);
  if (message && isExposed(message)) parts.push(message.innerText);
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

/** All text that is rendered, in order, with names that stand only in attributes: for "nothing is left untranslated". */
export function allTexts() {
  const texts = new Set();
  const add = (text) => text && texts.add(text.replace(/\s+/g, " ").trim());
  add(document.title);
  for (const element of walk(document)) {
    if (["script", "style", "noscript", "title", "head", "meta", "link"].includes(element.localName)) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.data.trim()) add(node.data);
    for (const attribute of ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-roledescription", "aria-valuetext"])
      add(element.getAttribute(attribute));
  }
  texts.delete("");
  return [...texts];
}

/** Puts text in as a person pastes it: through the browser's own editing, with its events; in place of all that stood there. */
export function insert(element, text) {
  element.focus();
  element.select?.();
  if (text === "") document.execCommand("delete");
  else document.execCommand("insertText", false, text);
}

/** Chooses in a native select as the browser's own list does. */
export function choose(select, label) {
  const option = [...select.options].find((o) => o.label.trim() === label || o.text.trim() === label);
  if (!option) return [...select.options].map((o) => o.label.trim());
  select.focus();
  if (!option.selected) {
    option.selected = true;
    select.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return null;
}
