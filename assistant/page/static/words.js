// Words in what the page shows: where they stand, and <mark>s around them.
const words = (() => {
  "use strict";

  // The ranges of `words` in `elements`: in any case, over links, ends of lines and single or several spaces.
  function find(words, elements) {
    const wanted = fold(words).trim().replace(/\s+/g, " ");
    if (!wanted) return [];
    return elements.flatMap((element) => {
      let text = "";
      const places = []; // of each character of `text`: its node, and where in it
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement.closest("sup") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        for (let n = 0; n < node.data.length; n++) {
          const one = /\s/.test(node.data[n]) ? " " : fold(node.data[n]);
          if (one === " " && text.endsWith(" ")) continue;
          text += one;
          places.push([node, n]);
        }
      const found = [];
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
        found.push(places.slice(at, at + wanted.length));
      return found;
    }).map((characters) => {
      const runs = new Map(); // node -> first and last character
      for (const [node, n] of characters) runs.set(node, [runs.get(node)?.[0] ?? n, n + 1]);
      return runs;
    });
  }

  // One character for one, so that places stay; "ё" is often written "е".
  const fold = (text) => [...text].map((one) => {
    const low = one.toLowerCase();
    return low.length === one.length ? low : one;
  }).join("").replaceAll("ё", "е");

  // The <mark>s around each place of `words`; set from behind, so that the places before keep their characters. No
  // ranges, each of which would be kept up to date with every mark.
  const mark = (words, elements, name) => find(words, elements).reverse().map((runs) =>
    [...runs].map(([node, [start, end]]) => {
      if (end < node.length) node.splitText(end);
      const own = start ? node.splitText(start) : node;
      const element = document.createElement("mark");
      element.className = name;
      own.replaceWith(element);
      element.append(own);
      return element;
    })).reverse();

  function unmark(box, name) {
    const parents = new Set();
    for (const element of box.querySelectorAll(`mark.${name}`)) {
      parents.add(element.parentNode);
      element.replaceWith(...element.childNodes);
    }
    for (const parent of parents) parent.normalize();
  }

  return { mark, unmark };
})();
