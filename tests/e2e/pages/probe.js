// First script of a page whose start is measured: notes when a button "Send test request" can be pressed, in milliseconds since
// navigation. It looks once a frame, the same way on every page.
window.usableAt = null;
(function look() {
  const found = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.localName === "button" && element.textContent.trim() === "Send test request" && !element.disabled && element.getClientRects().length)
        return true;
      if (element.shadowRoot && found(element.shadowRoot)) return true;
    }
    return false;
  };
  if (found(document)) window.usableAt = performance.now();
  else requestAnimationFrame(look);
})();
