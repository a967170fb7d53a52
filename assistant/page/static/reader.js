// The pane beside the conversation, which shows a text in full.
//
// Its state is the page's address, "?document=resolution&language=ru#OP3", so that it can be passed on and gone back
// from. What is shown is made by the server (/text, /brief, /compare, /acts); here it is fetched, scrolled to, searched and marked.
(() => {
  "use strict";
  const OURS = ["view", "document", "with", "language", "beside"];
  const SHEETS = ["brief", "compare", "acts"]; // what is shown of a text, where it is not the text
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  let shown = ""; // what the pane shows, as it was asked for
  let asked = 0;  // counts, so that an answer that was overtaken is dropped
  let inside = false; // whether the pane has the focus, or had it when it was made anew
  let from = null; // the link in the conversation that was followed
  let hits = [], hit = -1; // of the search: each a list of <mark>s, since words may run over a link
  let typing = 0; // of the search: the timer until which more may be typed

  // The address

  const pane = () => $("#reader .text");
  const ours = () => new URLSearchParams(OURS.flatMap((name) => {
    const value = new URLSearchParams(location.search).get(name);
    return value === null ? [] : [[name, value]];
  }));
  const paragraphIn = (hash) => {
    try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
  };

  // Go to `query` and `hash`, with all that the address has beside what is ours.
  function go(query, hash = "", marks = []) {
    const rest = [...new URLSearchParams(location.search)].filter(([name]) => !OURS.includes(name));
    const others = new URLSearchParams(rest).toString();
    history.pushState({ marks }, "", new URL(`${query}${others && `&${others}`}${hash}`, document.baseURI));
  }

  // Opening a text

  async function open({ focus = false, at = "" } = {}) {
    const box = pane();
    if (!box) return;
    const query = ours();
    query.set("page", box.lang);
    const wanted = query.toString(), mine = ++asked;
    for (const task of $$("#tasks a")) {
      if (task.search === `?view=${query.get("view")}`) task.setAttribute("aria-current", "page");
      else task.removeAttribute("aria-current");
    }
    if (wanted !== shown || !$(".tools", box)) {
      box.setAttribute("aria-busy", "true");
      let reply, html;
      try {
        const route = SHEETS.includes(query.get("view")) ? query.get("view") : "text";
        reply = await fetch(new URL(`${route}?${wanted}`, document.baseURI));
        html = await reply.text();
      } catch { reply = null; }
      if (mine !== asked || pane() !== box) return;
      box.removeAttribute("aria-busy");
      if (!reply || reply.status === 500) {
        box.replaceChildren(Object.assign(document.createElement("p"), { textContent: box.dataset.offline, className: "missing" }));
        shown = "";
        return;
      }
      box.innerHTML = html;
      shown = reply.ok ? wanted : "";
      hits = [];
      if (scroller().id === "reader") scroller().scrollTop = 0;
      if (reply.status === 503) setTimeout(() => mine === asked && open({ focus, at }), 2000);
    }
    $(".back", box)?.toggleAttribute("hidden", from === null);
    const paragraph = paragraphIn(location.hash);
    if (paragraph) reveal(paragraph, history.state?.marks ?? [], focus);
    else {
      if (focus && home() === "text") box.focus({ preventScroll: true });
      leave();
      if (at) scrollTo(document.getElementById(at));
    }
  }

  const leave = () => $$("article.here", pane()).forEach((one) => one.classList.remove("here"));

  function reveal(paragraph, marks, focus) {
    words.unmark(pane(), "quotation");
    leave();
    const article = document.getElementById(paragraph);
    if (!article || !pane().contains(article)) return;
    article.classList.add("here");
    const places = marks.flatMap((said) => words.mark(said, $$(".columns > div", article), "quotation"));
    scrollTo(article, places[0]?.[0]);
    if (focus) article.focus({ preventScroll: true });
  }

  // What scrolls: the pane on a wide screen, the page on a narrow one
  const scroller = () => {
    const box = $("#reader");
    return box && getComputedStyle(box).overflowY === "auto" ? box : document.scrollingElement;
  };

  // What stays over its beginning, high.
  const cover = () => $(scroller().id === "reader" ? "#reader .tools" : "#views")?.offsetHeight ?? 0;

  function scrollTo(element, inside = null) {
    if (!element) return;
    const box = scroller(), own = box.id === "reader";
    const top = own ? box.getBoundingClientRect().top : 0, covered = cover();
    const height = (own ? box.clientHeight : innerHeight) - covered;
    const place = (one) => one.getBoundingClientRect().top - top + box.scrollTop - covered - 12;
    let wanted = place(element);
    // The words that are quoted are in sight, also in a paragraph that is longer than the pane.
    if (inside && place(inside) - wanted > height * 0.8) wanted = place(inside) - height / 3;
    box.scrollTop = wanted;
  }

  const inSight = () => {
    const top = scroller().id === "reader" ? $("#reader").getBoundingClientRect().top : 0;
    return $$("article", pane()).find((one) => one.getBoundingClientRect().bottom > top + cover() + 24)?.id ?? "";
  };

  // The search

  // A letter stands everywhere; a Chinese one is a word.
  const enough = (sought) => sought.trim().length > 1 || /[\u3400-\u9fff]/.test(sought);

  function search(sought) {
    clearTimeout(typing);
    typing = 0;
    words.unmark(pane(), "found");
    hits = enough(sought) ? words.mark(sought, $$("article .columns > div", pane()), "found") : [];
    hit = -1;
    if (hits.length) step(1);
    count(sought);
  }

  function step(by) {
    if (!hits.length) return;
    for (const element of hits[hit] ?? []) element.classList.remove("now");
    hit = (hit + by + hits.length) % hits.length;
    for (const element of hits[hit]) element.classList.add("now");
    scrollTo(hits[hit][0]);
    scroller().scrollTop -= 60; // with the line before
    count("…");
  }

  function count(sought) {
    const box = $(".find", pane());
    $("output", box).textContent = hits.length ? `${hit + 1} / ${hits.length}` : enough(sought) ? box.dataset.none : "";
    for (const button of $$("button", box)) button.disabled = !hits.length;
  }

  // The conversation

  const message = (element) => element.closest(".message-row") ?? $("#chat");

  // The words of an answer that its citation `link` rests on: between the link before it and itself; of a card below the
  // answer all that lead to its paragraph.
  function quotedBy(link) {
    const quoted = [];
    let since = [];
    for (const one of $$(".answer .quoted, .answer a.citation", message(link))) {
      if (one.matches(".quoted")) { since.push(one.textContent); continue; }
      if (one === link) return since;
      if (one.hash === link.hash && one.search === link.search) quoted.push(...since);
      since = [];
    }
    return quoted;
  }

  function back() {
    view("conversation");
    const link = from?.isConnected ? from : null;
    from = null;
    $(".back", pane())?.setAttribute("hidden", "");
    (link ?? $("#question textarea"))?.focus();
    link?.scrollIntoView({ block: "nearest" });
  }

  // What a task shows is of the text that is open.
  function ofTask(link) {
    const query = ours();
    query.delete("beside");
    query.set("view", new URLSearchParams(link.search).get("view"));
    return query;
  }

  // A narrow screen shows the conversation or the text: that which the address is of.
  const home = () => (ours().has("document") || ours().has("view") ? "text" : "conversation");

  function view(name) {
    document.body.dataset.view = name;
    for (const tab of $$("#views button")) tab.setAttribute("aria-pressed", String(tab.dataset.view === name));
  }

  // Events. On the document, since Gradio makes and remakes what is on the page.

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest('a[href^="?document="], a[href^="?view="]');
    if (link && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      if (link.closest("#chat")) from = link;
      go(link.closest("#tasks") ? `?${ofTask(link)}` : link.search, link.hash, link.matches(".citation") ? quotedBy(link) : []);
      view("text");
      open({ focus: true });
      if ($(".contents", pane())?.contains(link)) $(".contents", pane()).open = false;
      return;
    }
    const button = target?.closest("button");
    if (button?.matches("#views button")) view(button.dataset.view);
    else if (button?.matches("#reader .back")) back();
    else if (button?.matches("#reader .previous")) step(-1);
    else if (button?.matches("#reader .next")) step(1);
  });

  document.addEventListener("change", (event) => {
    if (!event.target.matches("#reader select")) return;
    const { name, value } = event.target, at = name === "document" ? "" : inSight();
    const query = ours();
    query.set("document", $("#reader select[name=document]").value);
    query.set(name, value);
    if (name === "document") query.delete("beside");
    go(`?${query}`);
    open({ at }).then(() => $(`#reader select[name=${name}]`)?.focus({ preventScroll: true }));
  });

  document.addEventListener("input", (event) => {
    if (!event.target.matches("#reader input[name=find]")) return;
    clearTimeout(typing);
    typing = setTimeout(() => event.target.isConnected && search(event.target.value), 150);
  });

  document.addEventListener("keydown", (event) => {
    const inSearch = event.target.matches?.("#reader input[name=find]");
    if (inSearch && event.key === "Enter") {
      event.preventDefault();
      if (typing) search(event.target.value);
      else step(event.shiftKey ? -1 : 1);
    }
    else if (event.key !== "Escape") return;
    else if (inSearch && event.target.value) { event.target.value = ""; search(""); event.preventDefault(); }
    else if (from && event.target.closest?.("#reader")) back();
  });

  document.addEventListener("focusin", (event) => { inside = event.target.closest("#reader") !== null; });

  addEventListener("popstate", () => {
    view(home());
    open({ focus: true });
  });

  // Gradio fills the page when it has started, and the pane anew when the page's language changes. A message's label is
  // its HTML, read aloud with all tags; its text says the same.
  new MutationObserver(() => {
    for (const message of $$("#chat [data-testid=bot][aria-label], #chat [data-testid=user][aria-label]"))
      message.removeAttribute("aria-label");
    const box = pane();
    if (box && !box.dataset.filled) {
      box.dataset.filled = "yes";
      view(document.body.dataset.view ?? home());
      open({ focus: shown === "" || (inside && document.activeElement === document.body) });
    }
  }).observe(document, { childList: true, subtree: true });
})();
