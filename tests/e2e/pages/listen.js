// Remembers every event of every editor on the page, for the tests to read: `heard` is a list of {id, type, detail}.
const heard = [];
for (const type of ["hae-ready", "hae-input", "hae-change", "hae-save", "hae-cancel", "hae-test", "hae-variable", "hae-error"])
  document.addEventListener(type, (event) => {
    heard.push({ id: event.target.id, type, detail: structuredClone(event.detail), bubbles: event.bubbles, composed: event.composed, cancelable: event.cancelable });
  });
globalThis.heard = heard;

// A transport of the host's own, as a portal would have it: what it was asked stands in `asked`.
const asked = [];
globalThis.asked = asked;
globalThis.teapot = async (request, { signal }) => {
  asked.push([request, signal instanceof AbortSignal]);
  if (request.url.endsWith("/down")) throw new Error("the backend is away");
  return { status: 418, statusText: "I'm a teapot", headers: [["x-brewed", "no"]], body: "short and stout" };
};
