import { type MediaCase, mediaLine, pageOf } from '../media-case.ts';
import { ALPS, alps } from '../pictures.ts';

/** Draws the picture of an address on the canvas, at its own size. */
async function drawOnCanvas(address: string): Promise<void> {
  const canvas = document.querySelector('canvas');
  const image = new Image();
  image.src = address;
  await image.decode();
  if (!canvas) return;
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext('2d')?.drawImage(image, 0, 0);
}

/** The same with WebGL, which leaves nothing to read once it is shown. */
async function drawWithWebGl(address: string): Promise<void> {
  const canvas = document.querySelector('canvas');
  const image = new Image();
  image.src = address;
  await image.decode();
  if (!canvas) return;
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  const gl = canvas.getContext('webgl');
  if (!gl) throw new Error('there is no WebGL');
  const program = gl.createProgram();
  const sources = [
    [
      gl.VERTEX_SHADER,
      'attribute vec2 p; varying vec2 v; void main() { v = vec2(p.x, 1.0 - p.y); gl_Position = vec4(p * 2.0 - 1.0, 0, 1); }',
    ],
    [
      gl.FRAGMENT_SHADER,
      'precision mediump float; uniform sampler2D t; varying vec2 v; void main() { gl_FragColor = texture2D(t, v); }',
    ],
  ] as const;
  for (const [type, source] of sources) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('there is no shader');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 1, 0, 0, 1, 1, 1]), gl.STATIC_DRAW);
  const position = gl.getAttribLocation(program, 'p');
  gl.enableVertexAttribArray(position);
  gl.vertexAttribPointer(position, 2, gl.FLOAT, false, 0, 0);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
  gl.viewport(0, 0, canvas.width, canvas.height);
  gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  // Shown from the next frame on.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

export function canvases(): MediaCase[] {
  const one = mediaLine('Where it is', 'canvas');
  /** The page draws by itself; the user waits until it has. */
  const drawn = (draw: (address: string) => Promise<void>, address: string) =>
    pageOf(`<canvas id="it" style="width:512px;height:242px"></canvas>
      <script>globalThis.drawn = (${draw})('${address}')</script>`);
  const before = () => Reflect.get(globalThis, 'drawn');
  const pointed = { selector: '#it' };
  return [
    one('clean', {
      routes: () => ({ '/': drawn(drawOnCanvas, '/a.jpg'), '/a.jpg': ALPS }),
      before,
      pointed,
      outcome: { kind: 'pixels', like: alps },
    }),
    one('tainted', {
      routes: ({ otherOrigin }) => ({ '/': drawn(drawOnCanvas, `${otherOrigin}/a.jpg`), '/a.jpg': ALPS }),
      before,
      pointed,
      outcome: { kind: 'screen', like: alps },
    }),
    one('WebGL', {
      routes: () => ({ '/': drawn(drawWithWebGl, '/a.jpg'), '/a.jpg': ALPS }),
      before,
      pointed,
      outcome: { kind: 'screen', like: alps },
    }),
    one('blank', {
      routes: () => ({ '/': pageOf('<canvas id="it" width="400" height="189"></canvas>') }),
      pointed,
      outcome: { kind: 'sentence', says: /a single plain colour/, reason: 'blank' },
    }),
  ];
}
