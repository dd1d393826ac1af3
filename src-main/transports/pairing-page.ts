/** The only page that a device without a session gets. It holds no data and runs no script. */
export function pairingPage(wasRefused: boolean): string {
  const refused = '<p class="refused" role="alert">Kode itu tidak berlaku lagi. Minta kode baru di komputer utama.</p>'
  return `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Gelar: sambungkan perangkat</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#fbf9f5;color:#17242b;font:16px/1.5 system-ui,sans-serif}
main{width:min(420px,90vw);background:#fff;border:1px solid #e4ded3;border-radius:18px;padding:32px}
h1{margin:0 0 8px;font-size:22px;color:#0e5a63}label{display:block;margin:20px 0 6px;font-weight:600}
input{width:100%;box-sizing:border-box;font:inherit;padding:12px;border:1px solid #66757c;border-radius:10px}
button{margin-top:16px;width:100%;font:inherit;font-weight:600;padding:12px;border:0;border-radius:10px;background:#0e5a63;color:#fff}
.refused{background:#fbe2df;color:#a4231c;border-radius:10px;padding:10px 14px}
</style></head><body><main><h1>Gelar</h1>
<p>Perangkat ini belum tersambung ke acara. Buka tautan dari komputer utama, atau ketik kodenya di sini.</p>${wasRefused ? refused : ''}
<form action="/pair" method="get"><label for="token">Kode sambungan</label><input id="token" name="token" autocomplete="off" autofocus required>
<button>Sambungkan</button></form></main></body></html>`
}
