/**
 * One look at all that could leak, after the garbage is collected: heaps, tensors, open frames, objects of the GPU.
 * Reads from outside through the protocol, so that nothing of the product knows that it is watched.
 */
import { readFileSync } from 'node:fs';
import type { CdpConnection } from '../../harness/cdp.ts';
import type { ScriptTarget, ScriptTargets } from './targets.ts';

export interface Probe {
  readonly atMs: number;
  readonly pageHeapBytes: number;
  /** Of the page's workers, the engine's page and the engine's worker together. */
  readonly otherHeapBytes: number;
  /** Frames that exist and are not closed, in any thread of the page. */
  readonly openFrames: number;
  /** Of tfjs, which runs where the processor has no SIMD; elsewhere there are none. */
  readonly tensors: number;
  /** WebAssembly's memory in the engine: the net's and the sampler's. */
  readonly kernelBytes: number;
  /** WebGL objects that script still holds, in any thread of the page. */
  readonly gpuObjects: number;
  /** Memory of the GPU's process; null where the system does not tell. */
  readonly gpuProcessBytes: number | null;
}

const GPU_CLASSES = [
  ...['WebGLTexture', 'WebGLBuffer', 'WebGLProgram', 'WebGLShader', 'WebGLFramebuffer', 'WebGLRenderbuffer'],
  ...['WebGLVertexArrayObject', 'WebGLSync', 'WebGL2RenderingContext', 'OffscreenCanvas'],
] as const;

interface RemoteObject {
  readonly objectId?: string;
  readonly value?: unknown;
}

export async function probe(connection: CdpConnection, targets: ScriptTargets, atMs: number): Promise<Probe> {
  const all = targets.list();
  const heaps: number[] = [];
  for (const target of all) heaps.push(await measureHeap(target));
  const [pageHeapBytes = 0, ...others] = heaps;
  let [openFrames, gpuObjects] = [0, 0];
  // Looking through the engine's heap is not needed, and takes its worker for many seconds.
  for (const target of all.filter(({ isEngine }) => !isEngine)) {
    openFrames += await countObjects(
      target,
      'VideoFrame',
      'function() { return this.filter((f) => f.format !== null).length }',
    );
    for (const name of GPU_CLASSES) {
      gpuObjects += await countObjects(target, name, 'function() { return this.length }');
    }
  }
  let [tensors, kernelBytes] = [0, 0];
  for (const target of all.filter(({ isEngine }) => isEngine)) {
    tensors += await countTensors(target);
    kernelBytes += await countObjects(
      target,
      'WebAssembly.Memory',
      'function() { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }',
    );
  }
  if (kernelBytes === 0) throw new Error('Expected memory of kernels in a thread of the engine, found none');
  return {
    ...{ atMs, pageHeapBytes, openFrames, tensors, kernelBytes, gpuObjects },
    otherHeapBytes: others.reduce((sum, bytes) => sum + bytes, 0),
    gpuProcessBytes: await readGpuProcess(connection),
  };
}

async function measureHeap({ send }: ScriptTarget): Promise<number> {
  // The second collection takes what finalizers of the first let go.
  await send('HeapProfiler.collectGarbage');
  await send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await send<{
    readonly usedSize: number;
    readonly backingStorageSize?: number;
  }>('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** How many instances of a class exist, as the given function of the list of them counts; 0 where there is no such class. */
async function countObjects({ send }: ScriptTarget, className: string, count: string): Promise<number> {
  const objectGroup = 'soak';
  const { result } = await send<{ result: RemoteObject }>('Runtime.evaluate', {
    expression: `globalThis.${className}?.prototype`,
    objectGroup,
  });
  if (!result.objectId) return 0;
  const { objects } = await send<{ objects: RemoteObject }>('Runtime.queryObjects', {
    prototypeObjectId: result.objectId,
    objectGroup,
  });
  const counted = await send<{ result: RemoteObject }>('Runtime.callFunctionOn', {
    ...{ objectId: objects.objectId, functionDeclaration: count, returnByValue: true },
  });
  await send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(counted.result.value);
}

/** tfjs leaves its engine on the global object of the thread that it runs in. */
async function countTensors({ send }: ScriptTarget): Promise<number> {
  const { result } = await send<{ result: RemoteObject }>('Runtime.evaluate', {
    expression: 'globalThis._tfengine?.memory().numTensors ?? 0',
    returnByValue: true,
  });
  return Number(result.value);
}

async function readGpuProcess(connection: CdpConnection): Promise<number | null> {
  const { processInfo } = await connection.send<{ processInfo: { type: string; id: number }[] }>(
    'SystemInfo.getProcessInfo',
  );
  const gpu = processInfo.find(({ type }) => type === 'GPU');
  try {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${gpu?.id}/status`, 'utf8'));
    return resident ? Number(resident[1]) * 1024 : null;
  } catch {
    return null;
  }
}
