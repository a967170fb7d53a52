// Conversations, kept in this browser: each under a name of its own, so that tabs that show several never write over another's.
//
// What is kept is data (assistant/page/kept.py), which the server makes messages of; here it is listed, named, deleted
// and brought back. A tab knows which conversation it shows, and what stands in the box, over being loaded anew.
const kept = (() => {
  "use strict";
  const PREFIX = "conversation.", CHOICES = "choices", CURRENT = "conversation", DRAFT = "draft";
  const $ = (selector, within = document) => within.querySelector(selector);
  const panel = () => $("#kept .kept");
  const words = () => JSON.parse(panel()?.dataset.words ?? "{}");
  const most = () => Number(panel()?.dataset.most ?? 50);
  const box = () => $("#question textarea");
  const busy = () => $("#send")?.disabled ?? false;
  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
  const asked = new Map(); // exchange -> the conversation that it was asked in
  let next = null;         // what the page is to be led to
  let renaming = "";       // the conversation whose name is being typed

  // The stores. A browser may forbid them: then the page works, and says that nothing is kept.

  let off = false;
  const held = new Map(); // what a browser that keeps nothing has as long as the page is there
  function using(action, otherwise = null) {
    try { return action(); } catch (error) {
      if (error instanceof SyntaxError) return otherwise;
      off = true;
      return otherwise;
    }
  }

  const current = () => {
    let id = using(() => sessionStorage.getItem(CURRENT));
    if (!id) using(() => sessionStorage.setItem(CURRENT, id = fresh()));
    return id;
  };
  const turnTo = (id) => using(() => sessionStorage.setItem(CURRENT, id));

  // A conversation by its id; one that can't be read is dropped, and that is said.
  function read(id) {
    if (held.has(id)) return held.get(id);
    const text = using(() => localStorage.getItem(PREFIX + id));
    if (text === null) return null;
    const found = using(() => JSON.parse(text));
    if (found && found.id === id && typeof found.name === "string" && typeof found.changed === "number"
      && Array.isArray(found.texts) && Array.isArray(found.exchanges)) return found;
    remove(id);
    tell(words().broken);
    return null;
  }

  function remove(id) {
    held.delete(id);
    using(() => localStorage.removeItem(PREFIX + id));
  }

  const all = () => (using(() => Object.keys(localStorage), []))
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => read(key.slice(PREFIX.length)))
    .filter((one) => one !== null)
    .sort((one, other) => other.changed - one.changed);

  // Keep `conversation`; where there is no room the oldest others go, and that is said.
  function write(conversation) {
    const others = all().filter((one) => one.id !== conversation.id);
    let gone = 0;
    while (others.length >= most()) { remove(others.pop().id); gone++; }
    for (;;) {
      try {
        localStorage.setItem(PREFIX + conversation.id, JSON.stringify(conversation));
        held.delete(conversation.id);
        break;
      } catch (error) {
        if (error.name !== "QuotaExceededError" || !others.length) {
          off = true;
          held.set(conversation.id, conversation);
          tell(words().off);
          break;
        }
        remove(others.pop().id);
        gone++;
      }
    }
    if (gone) tell(words().oldest);
    fill();
  }

  const choices = () => using(() => JSON.parse(localStorage.getItem(CHOICES) ?? "{}"), null) ?? {};
  const choose = (changes) => using(() => localStorage.setItem(CHOICES, JSON.stringify({ ...choices(), ...changes })));

  // The page's language is told to the server as well, which speaks it from the first on (assistant/page/spoken.py).
  function speak(language) {
    choose({ language });
    document.cookie = `language=${language}; path=/; max-age=31536000; SameSite=Strict`;
  }

  // What the server asks for and tells

  const DATES = { zh: "zh-CN", ru: "ru-RU", en: "en-GB" }, LANGUAGES = Object.keys(DATES);
  const sentence = (opening) => JSON.stringify({ language: null, conversation: null, texts: [], draft: "", interrupted: false, ...opening });
  const data = ({ id, name, texts, exchanges }) => ({ id, name, texts, exchanges });

  // A conversation to show. Where its last question has no answer, which the page did not wait for, that goes into the box.
  function taken(id, draft) {
    const conversation = read(id);
    if (!conversation) return { draft };
    choose({ texts: conversation.texts });
    const last = conversation.exchanges.at(-1);
    if (last?.state !== "asked" || draft.trim()) return { conversation: data(conversation), draft };
    conversation.exchanges.pop();
    if (conversation.exchanges.length) write(conversation);
    else remove(id);
    return { conversation: data(conversation), draft: last.asked, interrupted: true };
  }

  function opening() {
    const { language } = choices();
    const known = LANGUAGES.includes(language) ? language : null;
    const draft = using(() => sessionStorage.getItem(DRAFT)) ?? "";
    const shown = taken(current(), draft);
    return sentence({ language: known, texts: chosen(), ...shown });
  }

  // The texts that are chosen to be asked.
  function chosen() {
    const { texts } = choices();
    return Array.isArray(texts) ? texts : [];
  }

  const empty = (draft) => ({ conversation: { id: current(), texts: chosen() }, draft });

  // The conversation that was chosen from the list, or an empty one; what is typed and chosen stays.
  function wanted() {
    const draft = box()?.value ?? "";
    const shown = next ? taken(next, draft) : empty(draft);
    return sentence({ language: panel().lang, texts: chosen(), ...shown });
  }

  // An exchange as it begins or ends.
  function put(parcel) {
    if (!parcel) return;
    const exchange = JSON.parse(parcel);
    if (!asked.has(exchange.id)) asked.set(exchange.id, current());
    const id = asked.get(exchange.id);
    const name = exchange.asked.replace(/\s+/g, " ").trim().slice(0, 100);
    const conversation = read(id) ?? { id, name, texts: chosen(), exchanges: [] };
    const at = conversation.exchanges.findIndex((one) => one.id === exchange.id);
    if (at < 0) conversation.exchanges.push(exchange);
    else conversation.exchanges[at] = exchange;
    write({ ...conversation, changed: Date.now() });
    if (exchange.state !== "asked") arrival.came();
  }

  function texts(chosen) {
    choose({ texts: chosen });
    const conversation = read(current());
    if (conversation) write({ ...conversation, texts: chosen });
  }

  // What readers do with them

  function show(id) {
    if (busy()) return tell(words().busy);
    next = id;
    turnTo(id ?? fresh());
    tell("");
    $("#reopen").click();
    fill();
    box()?.focus();
  }

  function forget(id) {
    const open = id === current();
    if (open && busy()) return tell(words().busy);
    const conversation = read(id);
    remove(id);
    if (open) show(null);
    fill();
    tell(`${words().deleted} ${conversation.name}`, () => {
      write(conversation);
      if (open && !read(current())) show(id);
      panel().open = true;
      $(`#kept li[data-id="${id}"] .open`)?.focus();
    });
  }

  function rename(id, name) {
    renaming = "";
    const conversation = read(id);
    if (conversation && name.trim()) write({ ...conversation, name: name.trim().slice(0, 200) });
    fill();
    $(`#kept li[data-id="${id}"] .open`)?.focus();
  }

  // A line for the reader, with a way back where there is one.
  function tell(line, undo = null) {
    const place = $("#notice .notice");
    if (!place) return;
    place.replaceChildren(line ?? "");
    if (undo) place.append(" ", element("button", "undo", words().undo, () => { tell(""); undo(); }));
  }

  function element(tag, name, text, action = null) {
    const made = Object.assign(document.createElement(tag), { className: name, textContent: text });
    if (tag === "button") made.type = "button";
    if (action) made.addEventListener("click", action);
    return made;
  }

  // The list

  function fill() {
    const list = $("ul", panel() ?? document.createElement("p"));
    if (!list || renaming) return;
    const conversations = all(), own = current(), said = words();
    $(".count", panel()).textContent = conversations.length ? `(${conversations.length})` : "";
    panel().hidden = !conversations.length;
    list.replaceChildren(...conversations.map((one) => {
      const item = document.createElement("li");
      item.dataset.id = one.id;
      const open = element("button", "open", one.name, () => show(one.id));
      if (one.id === own) open.setAttribute("aria-current", "true");
      const change = element("button", "rename", said.rename, () => edit(item, one));
      const drop = element("button", "delete", said.delete, () => forget(one.id));
      // Named by two texts, since the name of a conversation may be in another language than the page.
      open.id = `kept-${one.id}`;
      for (const button of [change, drop]) {
        button.id = `${button.className}-${one.id}`;
        button.setAttribute("aria-labelledby", `${button.id} ${open.id}`);
      }
      item.append(open, element("time", "", new Date(one.changed).toLocaleDateString(DATES[panel().lang], { dateStyle: "medium" })), change, drop);
      return item;
    }));
    if (off) tell(said.off);
  }

  function edit(item, conversation) {
    renaming = conversation.id;
    const field = Object.assign(document.createElement("input"), { value: conversation.name, maxLength: 200 });
    field.setAttribute("aria-label", words().name);
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing) {
        event.preventDefault(); // it would press the button that gets the focus
        rename(conversation.id, field.value);
      }
      else if (event.key === "Escape") rename(conversation.id, "");
    });
    field.addEventListener("blur", () => renaming && rename(conversation.id, field.value));
    item.replaceChildren(field);
    field.select();
  }

  // Events. Gradio makes and remakes what is on the page; other tabs keep conversations too.

  const hold = () => { if (box()) using(() => sessionStorage.setItem(DRAFT, box().value)); };
  addEventListener("pagehide", hold);
  document.addEventListener("visibilitychange", hold);
  document.addEventListener("input", (event) => { if (event.target === box()) hold(); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.("#clear") || busy()) return;
    turnTo(fresh());
    fill();
    tell("");
  }, true);
  addEventListener("storage", (event) => { if (event.key === null || event.key.startsWith(PREFIX)) fill(); });
  new MutationObserver(() => {
    const made = panel();
    if (!made || made.dataset.filled) return;
    made.dataset.filled = "yes";
    renaming = "";
    fill();
  }).observe(document, { childList: true, subtree: true });

  // The conversation that is shown, as data; null where there is none.
  function shown() {
    const conversation = read(current());
    return conversation && data(conversation);
  }

  const exchange = (id) => read(current())?.exchanges.find((one) => one.id === id) ?? null;

  // What is to be asked: a question of before, once, else what is typed.
  let again = null;
  function asking(typed) {
    const asked = again ?? typed;
    again = null;
    return asked;
  }
  function repeat(question) {
    if (busy()) return tell(words().busy);
    again = question;
    $("#repeat").click();
  }

  return { opening, wanted, put, texts, shown, exchange, asking, repeat, tell, words, element, language: speak };
})();
