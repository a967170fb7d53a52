// An answer that comes while its reader is elsewhere in the conversation: they are told, and taken there.
const arrival = (() => {
  "use strict";
  const button = () => document.querySelector("#notice .arrival");
  const scroller = () => document.querySelector("#chat .bubble-wrap");
  const last = () => [...document.querySelectorAll("#chat .bot.message")].at(-1);

  // Whether the beginning of the last answer is at or above the lower edge of what is seen.
  function seen() {
    const box = scroller(), answer = last();
    if (!box || !answer) return true;
    const lower = Math.min(box.getBoundingClientRect().bottom, innerHeight);
    return answer.getBoundingClientRect().top < lower - 20;
  }

  // Gradio follows what is written to its end; it is read from its question on.
  function begin() {
    const box = scroller(), question = [...document.querySelectorAll("#chat .user.message")].at(-1);
    if (box && question) box.scrollTop += question.getBoundingClientRect().top - box.getBoundingClientRect().top - 12;
  }

  // An answer has come; the page shows it with its next frames.
  const came = () => setTimeout(() => {
    button()?.toggleAttribute("hidden", seen());
    if (seen()) begin();
  }, 300);

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
