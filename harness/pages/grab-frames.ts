/**
 * What a hostile page does to see a camera behind a filter that hides the face, as a function that runs in the page by
 * itself: it names nothing of this file, because its text is what travels.
 */

/**
 * Replaces what frames, tracks and the streams between them are used by, and writes down each frame and track that passes
 * through. Opens a camera then and plays it, without reading a frame itself. Gives what it got hold of once so many frames
 * were shown: nothing but the tracks that it was given is good.
 */
export async function grabFrames(count: number): Promise<string[]> {
  const grabbed: string[] = [];
  const given: string[] = [];
  const idOf = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'id')?.get as () => string;
  const { apply } = Reflect;
  const note = (where: string, thing: unknown, depth = 0) => {
    if (thing instanceof VideoFrame) grabbed[grabbed.length] = `a frame, by ${where}`;
    else if (thing instanceof MediaStreamTrackProcessor) grabbed[grabbed.length] = `a processor, by ${where}`;
    else if (thing instanceof ReadableStream || thing instanceof WritableStream)
      grabbed[grabbed.length] = `a stream, by ${where}`;
    else if (thing instanceof Worker || thing instanceof MessagePort || thing instanceof MessageChannel)
      grabbed[grabbed.length] = `a way to a worker, by ${where}`;
    else if (thing instanceof MediaStreamTrack) {
      const id = apply(idOf, thing, []);
      grabbed[grabbed.length] = `track ${id}, by ${where}`;
    } else if (
      depth < 2 &&
      typeof thing === 'object' &&
      thing !== null &&
      Object.getPrototypeOf(thing) !== null
    ) {
      // Results of reading, entries of collections, what our own objects hold.
      const names = Object.getOwnPropertyNames(thing);
      for (let index = 0; index < names.length && index < 20; index += 1) {
        const inner = Object.getOwnPropertyDescriptor(thing, names[index] ?? '')?.value;
        note(where, inner, depth + 1);
      }
    }
  };
  let noting = false;
  const tap = (owner: object, name: string | symbol) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name);
    const wrap = (native: (...args: unknown[]) => unknown) =>
      function (this: unknown, ...args: unknown[]) {
        if (noting) return apply(native, this, args);
        noting = true;
        for (const thing of [this, ...args]) note(String(name), thing);
        noting = false;
        const result = apply(native, this, args);
        noting = true;
        note(String(name), result);
        noting = false;
        return result;
      };
    if (typeof descriptor?.value === 'function') {
      Object.defineProperty(owner, name, { ...descriptor, value: wrap(descriptor.value) });
    } else if (descriptor?.get && descriptor.configurable) {
      Object.defineProperty(owner, name, {
        ...descriptor,
        get: wrap(descriptor.get as () => unknown) as () => unknown,
      });
    }
  };
  for (const { prototype } of [
    ...[VideoFrame, MediaStreamTrackProcessor, MediaStreamTrackGenerator, MediaStreamTrack, ImageBitmap],
    ...[ReadableStream, ReadableStreamDefaultReader, WritableStream, WritableStreamDefaultWriter],
    ...[Worker, MessagePort, MessageChannel, MessageEvent, EventTarget, Blob],
    ...[Set, Map, WeakMap, Promise, AbortSignal],
  ] as { readonly prototype: object }[]) {
    for (const name of Reflect.ownKeys(prototype)) if (name !== 'constructor') tap(prototype, name);
  }
  for (const name of ['map', 'forEach', 'push', 'entries', 'values', Symbol.iterator])
    tap(Array.prototype, name);
  tap(Object.getPrototypeOf([][Symbol.iterator]()), 'next');
  tap(Object.getPrototypeOf(new Set()[Symbol.iterator]()), 'next');
  tap(globalThis, 'createImageBitmap');
  for (const name of ['createObjectURL', 'revokeObjectURL']) tap(URL, name);

  const video = document.createElement('video');
  video.muted = true;
  document.body.append(video);
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  for (const { id } of stream.getTracks()) given[given.length] = id;
  video.srcObject = stream;
  await video.play();
  while (video.getVideoPlaybackQuality().totalVideoFrames < count) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  }
  noting = true;
  return [...new Set(grabbed)].filter((text) => !given.some((id) => text.includes(id)));
}
