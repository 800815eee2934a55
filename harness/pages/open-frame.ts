/** A frame of the page that may use its camera. */

export interface OpenFrame {
  readonly frame: HTMLIFrameElement;
  readonly realm: Realm;
  /** What asks for cameras in the frame's first document, as it is when the frame has just been inserted. */
  readonly firstGetUserMedia: MediaDevices['getUserMedia'];
}

export type Realm = Window & typeof globalThis;

/**
 * Inserts a frame, empty without a source, and waits until it has been drawn: one that is newer is told now and then that there
 * is no camera (NotFoundError), by the plain browser too.
 */
export async function openFrame(source: { src?: string; srcdoc?: string } = {}): Promise<OpenFrame> {
  const frame = Object.assign(document.createElement('iframe'), { allow: 'camera', ...source });
  // An empty frame loads while it is inserted.
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  const firstGetUserMedia = realmOf(frame).MediaDevices.prototype.getUserMedia;
  await loaded;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return { frame, realm: realmOf(frame), firstGetUserMedia };
}

function realmOf({ contentWindow }: HTMLIFrameElement): Realm {
  if (!contentWindow) throw new Error('Expected a frame with a window, got none');
  return contentWindow as Realm;
}
