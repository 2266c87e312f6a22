(function () {
  'use strict';
  var walk = JSON.parse(document.getElementById('walk').textContent);
  var byId = function (id) { return document.getElementById(id); };
  var rows = Array.prototype.slice.call(document.querySelectorAll('tbody tr'));
  var at = walk.chosen, timer = 0;

  function show(index) {
    at = Math.max(0, Math.min(walk.steps.length - 1, index));
    var step = walk.steps[at];
    byId('shapes').innerHTML = step.shapes.map(function (number) { return walk.shapes[number]; }).join('');
    byId('picture').setAttribute('aria-label', step.text);
    byId('why').innerHTML = step.why;
    byId('number').textContent = step.number;
    byId('slider').value = at;
    byId('slider').setAttribute('aria-valuetext', step.number + '. ' + step.text);
    rows.forEach(function (row, number) {
      if (number === at) { row.setAttribute('aria-current', 'step'); } else { row.removeAttribute('aria-current'); }
    });
  }
  function playing(on) {
    window.clearTimeout(timer);
    timer = 0;
    byId('play').className = on ? 'play playing' : 'play';
    byId('play').setAttribute('aria-label', on ? walk.words.pause : walk.words.play);
    if (on) { timer = window.setTimeout(next, walk.steps[at].rest); }
  }
  function next() {
    if (at + 1 < walk.steps.length) { show(at + 1); playing(true); } else { playing(false); }
  }
  function go(index) { playing(false); show(index); }
  function toggle() {
    if (timer) { playing(false); return; }
    if (at + 1 >= walk.steps.length) { show(0); }
    playing(true);
  }
  byId('first').onclick = function () { go(0); };
  byId('back').onclick = function () { go(at - 1); };
  byId('play').onclick = toggle;
  byId('forward').onclick = function () { go(at + 1); };
  byId('last').onclick = function () { go(walk.steps.length - 1); };
  byId('slider').oninput = function () { go(Number(this.value)); };
  rows.forEach(function (row, number) { row.onclick = function () { go(number); }; });
  document.addEventListener('keydown', function (event) {
    var keys = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: walk.steps.length - 1 };
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key === ' ' && event.target.tagName !== 'BUTTON' && event.target.tagName !== 'SUMMARY') {
      event.preventDefault();
      toggle();
    } else if (keys.hasOwnProperty(event.key)) {
      event.preventDefault();
      go(keys[event.key]);
    }
  });
  show(at);
  playing(false);
}());
