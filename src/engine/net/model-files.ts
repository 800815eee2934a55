/**
 * A model's files as bytes, proven to be the ones its contract names.
 * Owns the check; where the bytes come from (extension, disk) is the caller's.
 */
import contract from '../../../models/blazeface/contract.json' with { type: 'json' };
import { ProblemError } from '../../shared/problem.ts';

export type ModelFileName = 'model.json' | 'weights.bin';

export interface ModelFiles {
  readonly topology: ArrayBuffer;
  readonly weights: ArrayBuffer;
}

/**
 * Reads both files and compares them with models/blazeface/contract.json.
 *
 * @param read rejects when the file is not there
 * @throws ProblemError 'model-missing' or 'model-corrupt'
 */
export async function readModelFiles(
  read: (name: ModelFileName) => Promise<ArrayBuffer>,
): Promise<ModelFiles> {
  const [topology, weights] = await Promise.all([
    readModelFile(() => read('model.json'), contract.files['model.json'].sha256),
    readModelFile(() => read('weights.bin'), contract.files['weights.bin'].sha256),
  ]);
  return { topology, weights };
}

/**
 * Reads one file and compares it with the checksum of its contract.
 *
 * @param read rejects when the file is not there
 * @throws ProblemError 'model-missing' or 'model-corrupt'
 */
export async function readModelFile(
  read: () => Promise<ArrayBuffer>,
  expectedSha256: string,
): Promise<ArrayBuffer> {
  let bytes: ArrayBuffer;
  try {
    bytes = await read();
  } catch (error) {
    throw new ProblemError('model-missing', `a model file could not be read: ${error}`);
  }
  const found = hex(await crypto.subtle.digest('SHA-256', bytes));
  if (found !== expectedSha256) {
    const detail = `expected sha256 ${expectedSha256}, got ${found} (${bytes.byteLength} bytes)`;
    throw new ProblemError('model-corrupt', detail);
  }
  return bytes;
}

function hex(digest: ArrayBuffer): string {
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
