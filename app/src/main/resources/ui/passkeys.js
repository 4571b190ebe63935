// Passkeys: buttons with data-passkey="add" or "sign-in" talk to the device and to the site. Without this script, or where the
// browser knows no passkeys, the buttons stay hidden and everything else works.
(() => {
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) return;
  const token = () => document.querySelector('input[name=_csrf]').value;
  const post = async (address, body) => {
    const answer = await fetch(address, {
      method: 'POST', body, credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept': 'application/json', 'X-CSRF-TOKEN': token() },
    });
    const json = await answer.json();
    if (!answer.ok) throw new Error(json.detail);
    return json;
  };
  const ways = {
    'add': async (button) => {
      const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post(button.dataset.options));
      const key = await navigator.credentials.create({ publicKey: options });
      const label = document.getElementById(button.dataset.label).value;
      return post(button.dataset.answer + '?label=' + encodeURIComponent(label), JSON.stringify(key));
    },
    'sign-in': async (button) => {
      const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post(button.dataset.options));
      const key = await navigator.credentials.get({ publicKey: options });
      return post(button.dataset.answer + '?to=' + encodeURIComponent(button.dataset.to), JSON.stringify(key));
    },
  };
  for (const part of document.querySelectorAll('[data-passkeys]')) part.hidden = false;
  for (const button of document.querySelectorAll('[data-passkey]')) {
    button.addEventListener('click', async () => {
      const said = document.getElementById(button.dataset.said);
      said.hidden = true;
      try {
        location.assign((await ways[button.dataset.passkey](button)).to);
      } catch (fault) {
        said.textContent = fault.name === 'NotAllowedError' || !fault.message ? button.dataset.refused : fault.message;
        said.hidden = false;
      }
    });
  }
})();
