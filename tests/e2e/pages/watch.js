// First script of every page under test: what goes wrong in the page is told to the tests' server.
(() => {
  const tell = (kind, text) =>
    fetch("/complaints", { method: "POST", body: JSON.stringify({ kind, text, page: location.pathname }), keepalive: true }).catch(() => {});
  addEventListener("error", (event) => tell("error", `${event.message} ${event.filename}:${event.lineno}`));
  addEventListener("unhandledrejection", (event) => tell("rejection", `${event.reason} ${event.reason?.stack ?? ""}`));
  document.addEventListener("securitypolicyviolation", (event) =>
    tell("policy", `${event.violatedDirective} blocked ${event.blockedURI} ${event.sample} at ${event.sourceFile}:${event.lineNumber}`),
  );
  const { error } = console;
  console.error = (...parts) => {
    tell("console", parts.map(String).join(" "));
    error.apply(console, parts);
  };
})();
