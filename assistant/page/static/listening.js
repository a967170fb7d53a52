// What screen readers hear of the conversation: each answer once, when it is whole.
//
// Gradio has the whole conversation read as it grows, which is a word at a time and with all that is said meanwhile.
(() => {
  "use strict";
  const heard = document.createElement("div");
  heard.id = "heard";
  heard.setAttribute("role", "status"); // which is polite, and read as a whole
  let last = "0"; // of what was read: which answer it is, and its words

  new MutationObserver(() => {
    const log = document.querySelector("#chat [role=log]");
    if (!log) return;
    if (log.getAttribute("aria-live") !== "off") log.setAttribute("aria-live", "off");
    if (!heard.isConnected) document.body.append(heard);
    const answers = [...log.querySelectorAll(".answer, .told")], answer = answers.at(-1);
    const now = `${answers.length}${answer?.textContent ?? ""}`; // Gradio may make the same one anew
    if (now === last) return;
    last = now;
    heard.lang = answer?.lang ?? "";
    heard.textContent = answer?.textContent ?? "";
  }).observe(document, { childList: true, subtree: true });
})();
