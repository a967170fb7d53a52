// The focus of who uses the keyboard, which is not dropped: what is disabled or goes while it has the focus, as a button
// that was pressed does, hands it to the question.
(() => {
  "use strict";
  let focused = null; // by keyboard, in the conversation
  const gone = (one) => one.disabled || !one.isConnected || !one.checkVisibility();

  document.addEventListener("focusin", ({ target }) => {
    focused = target.closest("#conversation") && target.matches(":focus-visible") ? target : null;
  });

  new MutationObserver(() => {
    if (!focused || !gone(focused)) return;
    if ([document.body, focused].includes(document.activeElement)) document.querySelector("#question textarea")?.focus();
    focused = null;
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "class", "style"] });
})();
