/**
 * A page in which one input goes through the .tflite on XNNPACK (@tensorflow/tfjs-tflite) and through our converted
 * files on tfjs. Owns the page and what it loads; the pictures and what must be equal are the test's.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, launchBrowser } from '../../harness/browser.ts';
import { type SiteFile, serveFiles } from '../../harness/site.ts';

export interface Outputs {
  /** 896 x 17, ours. */
  readonly converted: Float32Array;
  /** The same rows, put together from the .tflite's two outputs. */
  readonly original: Float32Array;
}

export interface Runtimes {
  /** @param input 128 x 128 x 3 numbers */
  run(input: Float32Array): Promise<Outputs>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);
const inPackage = (name: string, file: string): string =>
  join(require.resolve(`${name}/package.json`), '..', file);
const inModels = (file: string): string => join(import.meta.dirname, '../../models/blazeface', file);

/** Path prefix on the site -> folder. The scripts are the packages' own, so nothing of ours is between them. */
const FOLDERS: Readonly<Record<string, (file: string) => string>> = {
  core: (file) => inPackage('@tensorflow/tfjs-core', `dist/${file}`),
  cpu: (file) => inPackage('@tensorflow/tfjs-backend-cpu', `dist/${file}`),
  converter: (file) => inPackage('@tensorflow/tfjs-converter', `dist/${file}`),
  wasm: (file) => inPackage('@tensorflow/tfjs-backend-wasm', `dist/${file}`),
  // Its script looks for the runtime beside itself.
  tflite: (file) =>
    inPackage('@tensorflow/tfjs-tflite', `${file.startsWith('tflite_web_api') ? 'wasm' : 'dist'}/${file}`),
  source: (file) => inPackage('@mediapipe/face_detection', file),
  models: inModels,
};
const SCRIPTS = [
  'core/tf-core.min.js',
  'cpu/tf-backend-cpu.min.js',
  'converter/tf-converter.min.js',
  'wasm/tf-backend-wasm.min.js',
  'tflite/tf-tflite.min.js',
];
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  wasm: 'application/wasm',
  json: 'application/json',
};

function findFile(address: string): SiteFile | undefined {
  if (address === '/') {
    const tags = SCRIPTS.map((script) => `<script src="/${script}"></script>`).join('');
    return { type: 'text/html', body: `<!doctype html><title>Runtimes</title>${tags}` };
  }
  const [, folder = '', file = ''] = /^\/(\w+)\/([\w.-]+)$/.exec(address) ?? [];
  const path = FOLDERS[folder]?.(file);
  if (!path || !existsSync(path)) return undefined;
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { type, body: readFileSync(path) };
}

/** Starts Chromium and loads both nets: some seconds. */
export async function startRuntimes(): Promise<Runtimes> {
  const site = await serveFiles(findFile);
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await site.close();
  };
  try {
    browser = await launchBrowser({ camera: 'missing' });
    const page = await browser.openPage(site.url);
    await page.evaluate(loadNets);
    return {
      async run(input) {
        const base64 = Buffer.from(input.buffer, input.byteOffset, input.byteLength).toString('base64');
        const { converted, original } = await page.evaluate(runNets, base64);
        return { converted: toFloats(converted), original: toFloats(original) };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function toFloats(base64: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

/** As much of the packages' globals as is used in the page. */
interface Tensor {
  readonly shape: readonly number[];
  dataSync(): Float32Array;
}
interface Net {
  predict(input: Tensor): Tensor | Readonly<Record<string, Tensor>>;
}
interface PageGlobals {
  readonly tf: {
    setBackend(name: string): Promise<boolean>;
    loadGraphModel(url: string): Promise<Net>;
    tensor4d(values: Float32Array, shape: readonly number[]): Tensor;
    readonly wasm: { setWasmPaths(prefix: string): void };
  };
  readonly tflite: { setWasmPath(prefix: string): void; loadTFLiteModel(url: string): Promise<Net> };
  nets?: { readonly converted: Net; readonly original: Net };
}

/** Runs in the page. */
async function loadNets(): Promise<void> {
  const page = globalThis as unknown as PageGlobals;
  page.tf.wasm.setWasmPaths('/wasm/');
  await page.tf.setBackend('wasm');
  page.tflite.setWasmPath('/tflite/');
  page.nets = {
    converted: await page.tf.loadGraphModel('/models/model.json'),
    original: await page.tflite.loadTFLiteModel('/source/face_detection_short_range.tflite'),
  };
}

/** Runs in the page. Everything crosses the protocol as base64 of little-endian float32. */
function runNets(inputBase64: string): { converted: string; original: string } {
  const { tf, nets } = globalThis as unknown as PageGlobals;
  if (!nets) throw new Error('expected loaded nets, got none');
  const bytes = Uint8Array.from(atob(inputBase64), (letter) => letter.charCodeAt(0));
  const input = tf.tensor4d(new Float32Array(bytes.buffer), [1, 128, 128, 3]);
  const toBase64 = (values: Float32Array): string =>
    btoa(
      Array.from(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), (byte) =>
        String.fromCharCode(byte),
      ).join(''),
    );

  const converted = nets.converted.predict(input) as Tensor;
  const outputs = Object.values(nets.original.predict(input) as Readonly<Record<string, Tensor>>);
  const ofWidth = (width: number): Float32Array => {
    const found = outputs.find(({ shape }) => shape.join() === `1,896,${width}`);
    if (!found)
      throw new Error(
        `expected an output [1, 896, ${width}], got ${outputs.map(({ shape }) => `[${shape}]`)}`,
      );
    return found.dataSync();
  };
  const [scores, boxes] = [ofWidth(1), ofWidth(16)];
  const original = new Float32Array(896 * 17);
  for (let row = 0; row < 896; row++) {
    original[row * 17] = scores[row] ?? Number.NaN;
    original.set(boxes.subarray(row * 16, row * 16 + 16), row * 17 + 1);
  }
  return { converted: toBase64(converted.dataSync()), original: toBase64(original) };
}
