/**
 * The loader's whole style, adopted as a constructed sheet: a strict `style-src` of the shop does not touch it,
 * and nothing of it reaches the shop's page.
 */
export const loaderStyle = `
:host{all:initial}
*{box-sizing:border-box}
button{position:fixed;z-index:2147483000;right:max(20px,env(safe-area-inset-right));bottom:max(20px,env(safe-area-inset-bottom));
width:56px;height:56px;padding:0;border:0;border-radius:50%;background:var(--c);color:var(--t);cursor:pointer;
box-shadow:0 0 0 1px #fff3,0 2px 6px #0003,0 6px 18px #0003;display:grid;place-items:center}
button:hover{filter:brightness(1.1)}
button:focus-visible{outline:3px solid #fff;box-shadow:0 0 0 6px #111}
svg{width:26px;height:26px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
b{position:absolute;top:-4px;right:-4px;min-width:22px;height:22px;padding:0 6px;border-radius:11px;background:#b3261e;color:#fff;
font:600 13px/22px system-ui,sans-serif;text-align:center}
b:empty{display:none}
p{position:fixed;z-index:2147483000;right:max(20px,env(safe-area-inset-right));bottom:88px;display:flex;align-items:start;gap:4px;max-width:min(300px,calc(100vw - 40px));margin:0;border-radius:14px;background:#fff;color:#1c1b1a;box-shadow:0 0 0 1px #0002,0 6px 18px #0003}
p:empty{display:none}
p button{position:static;width:auto;height:auto;min-width:36px;min-height:36px;padding:10px 12px;border-radius:14px;background:none;color:inherit;box-shadow:none;font:15px/1.4 system-ui,sans-serif;text-align:start}
p button:focus-visible{outline:2px solid #111;outline-offset:-3px;box-shadow:none}
dialog{position:fixed;z-index:2147483000;inset:auto max(20px,env(safe-area-inset-right)) 88px auto;width:380px;height:min(600px,100dvh - 108px);
max-width:none;max-height:none;margin:0;padding:0;border:0;border-radius:16px;overflow:hidden;background:none;
box-shadow:0 0 0 1px #0002,0 8px 32px #0004}
dialog[open]{animation:i .14s ease-out}
dialog::backdrop{background:none}
iframe{display:block;width:100%;height:100%;border:0}
@keyframes i{from{opacity:0;transform:translateY(8px)}}
@media(max-width:480px),(max-height:420px){dialog{inset:0;width:100%;height:100dvh;border-radius:0}dialog[open]+button{display:none}}
@media(prefers-reduced-motion:reduce){dialog[open]{animation:none}}
@media(forced-colors:active){button{border:2px solid}}
`;
