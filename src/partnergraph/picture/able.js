"use strict";
// Stands behind the page's own script and is written so that any browser understands it: it says
// in a sentence why the page stays empty, where a browser lacks what the page is drawn with.
(function () {
  var why = "";
  var needs = {
    DecompressionStream: window.DecompressionStream,
    "Object.hasOwn": Object.hasOwn,
    "Blob.stream": window.Blob && window.Blob.prototype.stream,
  };
  for (var name in needs) if (!needs[name]) why += "This browser has no " + name + ". ";
  if (!document.documentElement.getAttribute("data-started"))
    why += "This browser does not run the script of this page. ";
  if (!why) return;
  var said = document.getElementById("unable");
  said.className += " now";
  said.insertBefore(document.createTextNode(why), said.firstChild);
})();
