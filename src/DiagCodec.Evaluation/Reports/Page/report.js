// Panels of one slice zoom together on a click; the page reads the same without this.
for (const slice of document.querySelectorAll('.slice')) {
  const panels = [...slice.querySelectorAll('svg.panel')];
  const [, , width, height] = panels[0].getAttribute('viewBox').split(' ').map(Number);
  let zoomed = false;
  const show = box => panels.forEach(p => p.setAttribute('viewBox', box.join(' ')));
  panels.forEach(panel => panel.addEventListener('click', event => {
    const frame = panel.getBoundingClientRect();
    const x = (event.clientX - frame.left) / frame.width * width * 0.75;
    const y = (event.clientY - frame.top) / frame.height * height * 0.75;
    zoomed = !zoomed;
    slice.classList.toggle('zoomed', zoomed);
    show(zoomed ? [x, y, width / 4, height / 4] : [0, 0, width, height]);
  }));

  const button = document.createElement('button');
  button.textContent = 'flicker before / after';
  let timer = 0;
  button.addEventListener('click', () => {
    timer = timer ? clearInterval(timer) : setInterval(() => slice.classList.toggle('swapped'), 600);
    button.classList.toggle('on', Boolean(timer));
    if (!timer) slice.classList.remove('swapped');
  });
  slice.querySelector('h3').append(button);
}
document.documentElement.classList.add('scripted');
