// @ts-check
/* global vis */
// Draws a pyvis network: what its page carries as data, with the options set in Python.
(() => {
  "use strict";
  const { nodes, edges, options } = JSON.parse(document.getElementById("data").textContent);
  const holder = document.getElementById("network");
  holder.style.height = holder.dataset.height;
  // eslint-disable-next-line no-new
  new vis.Network(
    holder,
    { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) },
    options,
  );
})();
