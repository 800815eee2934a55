/**
 * BlazeFace's files as bytes, proven to be the ones the contract names.
 * Owns the check; where the bytes come from (extension, disk) is the caller's.
 */
import contract from '../../models/blazeface/contract.json' with { type: 'json' };
import { EngineProblem } from './engine-problem.ts';

export type ModelFileName = 'model.json' | 'weights.bin';

export interface ModelFiles {
  readonly topology: ArrayBuffer;
  readonly weights: ArrayBuffer;
}

/**
 * Reads both files and compares them with models/blazeface/contract.json.
 *
 * @param read rejects when the file is not there
 * @throws EngineProblem 'model-missing' or 'model-corrupt'
 */
export async function readModelFiles(
  read: (name: ModelFileName) => Promise<ArrayBuffer>,
): Promise<ModelFiles> {
  const [topology, weights] = await Promise.all([
    readChecked(read, 'model.json'),
    readChecked(read, 'weights.bin'),
  ]);
  return { topology, weights };
}

async function readChecked(
  read: (name: ModelFileName) => Promise<ArrayBuffer>,
  name: ModelFileName,
): Promise<ArrayBuffer> {
  let bytes: ArrayBuffer;
  try {
    bytes = await read(name);
  } catch (error) {
    throw new EngineProblem('model-missing', `${name} could not be read: ${error}`);
  }
  const expected = contract.files[name].sha256;
  const found = hex(await crypto.subtle.digest('SHA-256', bytes));
  if (found !== expected) {
    const detail = `expected sha256 ${expected}, got ${found} (${bytes.byteLength} bytes)`;
    throw new EngineProblem('model-corrupt', `${name}: ${detail}`);
  }
  return bytes;
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
