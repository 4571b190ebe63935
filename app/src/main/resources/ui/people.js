// Reads the QR code of a card with the camera, where the browser can: the number is put into the field of the search. Where it
// cannot, the button stays hidden and the number is typed.
(() => {
  const scan = document.querySelector('[data-scan]');
  if (!scan || !window.BarcodeDetector || !navigator.mediaDevices) return;
  const [start, stop, said, video] = ['[data-start]', '[data-stop]', '[data-said]', 'video'].map((s) => scan.querySelector(s));
  const field = document.getElementById('people-q');
  let stream;
  const end = () => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = undefined;
    video.hidden = stop.hidden = true;
    start.hidden = false;
    said.textContent = '';
  };
  const look = async (detector) => {
    while (stream) {
      const found = await detector.detect(video).catch(() => []);
      const number = found.map((code) => code.rawValue.trim()).find((text) => /^\d{10}$/.test(text));
      if (number) {
        end();
        field.value = number;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.focus();
        return;
      }
      await new Promise((resolve) => { setTimeout(resolve, 150); });
    }
  };
  start.addEventListener('click', async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      await video.play();
      video.hidden = stop.hidden = false;
      start.hidden = true;
      said.textContent = said.dataset.wait;
      await look(new BarcodeDetector({ formats: ['qr_code'] }));
    } catch (fault) {
      end();
      said.textContent = said.dataset.refused;
    }
  });
  stop.addEventListener('click', end);
  addEventListener('pagehide', end);
  BarcodeDetector.getSupportedFormats().then((formats) => { scan.hidden = !formats.includes('qr_code'); });
})();
