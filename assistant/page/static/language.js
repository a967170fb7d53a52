// The page's language, on all that others put on the page: Gradio's own words, the document's `lang` and title.
//
// Gradio speaks the browser's language where it knows it, in part, and keeps to that when the reader changes the page's.
// So it is told that the browser's is English, and what it then says is known: each text is looked up and replaced.
(() => {
  "use strict";
  const WORDS = window.pageWords;
  const ATTRIBUTES = ["title", "aria-label", "placeholder", "alt"];
  const OURS = "[lang]:not(html), script, style"; // what says its language is not Gradio's
  const told = new WeakMap(); // a text or element -> by attribute ("" of a text): what Gradio says, what stands there
  const patterns = Object.fromEntries(Object.entries(WORDS).map(([code, { gradio }]) =>
    [code, gradio.map(([pattern, ours]) => [new RegExp(`^(?:${pattern})$`, "s"), ours])]));
  let language = document.documentElement.lang;

  Object.defineProperty(navigator, "language", { get: () => "en" });

  // Gradio's pages about itself, which are in English and lead elsewhere, open by the address alone.
  const address = new URL(location.href);
  if (!["brief", "compare", "acts", null].includes(address.searchParams.get("view"))) {
    address.searchParams.delete("view");
    history.replaceState(history.state, "", address);
  }

  function inOurWords(said, element) {
    const words = said.trim();
    for (const [pattern, ours] of patterns[language])
      if (pattern.test(words)) return words.replace(pattern, ours).trim();
    // What went wrong inside is no help in a language that the reader may not know.
    const unknown = language !== "en" && element.closest("[data-testid=toast-text]") && !/[\u0400-\u04ff\u3400-\u9fff]/.test(words);
    return unknown ? WORDS[language].failed : null;
  }

  function say(node, attribute = "") {
    const element = attribute ? node : node.parentElement;
    const now = attribute ? node.getAttribute(attribute) : node.data;
    if (!element || !now?.trim()) return;
    const known = told.get(node)?.[attribute];
    const said = known?.ours === now ? known.said : now;
    const ours = inOurWords(said, element);
    if (ours === null) return;
    told.set(node, { ...told.get(node), [attribute]: { said, ours } });
    if (ours === now) return;
    if (attribute) node.setAttribute(attribute, ours);
    else node.data = ours;
  }

  function sayAll(root) {
    const start = root.nodeType === Node.ELEMENT_NODE ? root : root.parentElement;
    if (!start || start.closest(OURS)) return;
    if (root.nodeType === Node.TEXT_NODE) say(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(OURS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    for (let node = root; node; node = walker.nextNode())
      if (node.nodeType === Node.TEXT_NODE) say(node);
      else for (const attribute of ATTRIBUTES) say(node, attribute);
  }

  // The language of a name among names in several: by its letters, as the server tells it.
  const letters = (said) => (/[\u3400-\u9fff]/.test(said) ? "zh" : /[\u0400-\u04ff]/.test(said) ? "ru" : "en");

  function mark() {
    for (const name of document.querySelectorAll("#language label, #kept .open, #texts [role=option], #texts .token > span"))
      if (name.lang !== letters(name.textContent)) name.lang = letters(name.textContent);
  }

  // The pane beside the conversation is of the page's language; the page that asks for the password has none.
  function follow() {
    const now = document.querySelector("#reader .text")?.lang || language;
    if (now !== language) {
      language = now;
      sayAll(document.body);
    }
    if (document.documentElement.lang !== language) document.documentElement.lang = language;
    if (document.title !== WORDS[language].title) document.title = WORDS[language].title;
  }

  new MutationObserver((changes) => {
    follow();
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === "childList") addedNodes.forEach(sayAll);
      else if (type === "characterData") sayAll(target);
      else if (attributeName !== "lang" && !target.closest(OURS)) say(target, attributeName);
    }
    mark();
  }).observe(document, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: [...ATTRIBUTES, "lang"],
  });
})();
