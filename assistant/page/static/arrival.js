// Where the conversation stands: at the question that was asked last, with its answer growing below it, until its reader
// moves. An answer that comes while they are elsewhere is told, and they are taken there.
const arrival = (() => {
  "use strict";
  const button = () => document.querySelector("#notice .arrival");
  const scroller = () => document.querySelector("#chat .bubble-wrap");
  const last = () => [...document.querySelectorAll("#chat .bot.message")].at(-1);
  let questions = 0;    // how many are shown
  let following = true; // whether the reader has not moved since the last

  // Whether the beginning of the last answer is at or above the lower edge of what is seen.
  function seen() {
    const box = scroller(), answer = last();
    if (!box || !answer) return true;
    const lower = Math.min(box.getBoundingClientRect().bottom, innerHeight);
    return answer.getBoundingClientRect().top < lower - 20;
  }

  new MutationObserver(() => {
    const asked = [...document.querySelectorAll("#chat .user.message")];
    if (asked.length !== questions) following = true;
    questions = asked.length;
    if (!following || !questions) return;
    const box = scroller(), off = asked.at(-1).getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
    if (Math.abs(off) > 1) box.scrollTop += off;
  }).observe(document, { childList: true, subtree: true, characterData: true });
  for (const name of ["wheel", "touchmove", "pointerdown", "keydown"])
    document.addEventListener(name, (event) => {
      if (event.target.closest?.("#chat")) following = false;
    }, { capture: true, passive: true });

  // An answer has come; the page shows it with its next frames.
  const came = () => setTimeout(() => button()?.toggleAttribute("hidden", seen()), 300);

  function take() {
    const box = scroller(), answer = last();
    button().hidden = true;
    if (!answer) return; // another conversation was opened meanwhile
    box.scrollTop += answer.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
    answer.scrollIntoView({ block: "nearest" });
    answer.tabIndex = -1;
    answer.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#notice .arrival")) take();
  });
  document.addEventListener("scroll", () => {
    if (button() && !button().hidden && seen()) button().hidden = true;
  }, { capture: true, passive: true });

  return { came };
})();
