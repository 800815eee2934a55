/**
 * For tests: as much of a browser's cameras as the hook needs, with frames that are fed by hand.
 * Owns no judgement; install it before anything that keeps the browser's own functions is imported.
 */

const native = { ended: new WeakSet<object>(), settings: { width: 640, height: 480 } };
let lastId = 0;

export class TestTrack extends EventTarget {
  readonly #id = `track ${++lastId}`;
  #enabled = true;
  readonly kind = 'video';
  contentHint = '';

  get id(): string {
    return this.#id;
  }
  get label(): string {
    return 'test camera';
  }
  get readyState(): string {
    return native.ended.has(this) ? 'ended' : 'live';
  }
  get muted(): boolean {
    return false;
  }
  get enabled(): boolean {
    return this.#enabled;
  }
  set enabled(enabled: boolean) {
    this.#enabled = enabled;
  }
  stop(): void {
    native.ended.add(this);
  }
  clone(): TestTrack {
    return Object.assign(new TestTrack(), { enabled: this.#enabled });
  }
  getSettings(): MediaTrackSettings {
    return native.settings;
  }
  getConstraints(): MediaTrackConstraints {
    return {};
  }
  getCapabilities(): MediaTrackCapabilities {
    return {};
  }
  async applyConstraints(): Promise<void> {}
}

class TestStream extends EventTarget {
  readonly #tracks: TestTrack[];
  constructor(tracks: TestTrack[]) {
    super();
    this.#tracks = tracks;
  }
  getTracks(): TestTrack[] {
    return [...this.#tracks];
  }
  getVideoTracks(): TestTrack[] {
    return [...this.#tracks];
  }
  addTrack(track: TestTrack): void {
    this.#tracks.push(track);
  }
  removeTrack(track: TestTrack): void {
    this.#tracks.splice(this.#tracks.indexOf(track), 1);
  }
  clone(): TestStream {
    return new TestStream(this.#tracks.map((track) => track.clone()));
  }
}

export interface TestMedia {
  /** The device's own track of the camera that was opened last. */
  readonly camera: () => TestTrack;
  /** A frame of the camera that was opened last; later ones in microseconds. */
  readonly feed: (name: string, timestampUs?: number) => Promise<void>;
  /** Names of the frames that left, of every camera. */
  readonly written: string[];
  /** From now on browsers can read no frames. */
  readonly refuseProcessing: () => void;
  /** What the page calls. */
  readonly getUserMedia: () => Promise<MediaStream>;
}

/** The same class, which prints as the browser's own do. */
export const asNative = <Made extends object>(made: Made): Made => new Proxy(made, {});

/** Waits until everything that was under way on this thread has happened. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @param stub puts a value in the place of a global, for as long as the test runs */
export function installTestMedia(stub: (name: string, value: unknown) => void): TestMedia {
  const written: string[] = [];
  let isRefused = false;
  let camera = new TestTrack();
  let frames: ReadableStreamDefaultController<unknown> | null = null;

  class Processor {
    readonly readable: ReadableStream<unknown>;
    constructor() {
      if (isRefused) throw new TypeError('no place for a processor');
      this.readable = new ReadableStream({
        start(controller) {
          frames = controller;
        },
      });
    }
  }
  class Generator extends TestTrack {
    readonly writable = new WritableStream({
      write({ name }: { name: string }) {
        written.push(name);
      },
    });
  }
  class Devices {
    async getUserMedia(): Promise<TestStream> {
      camera = new TestTrack();
      return new TestStream([camera]);
    }
  }
  class TestFrame {
    readonly name: string;
    readonly displayWidth = 640;
    readonly displayHeight = 480;
    readonly timestamp: number;
    readonly duration = null;
    constructor(of: { name?: string } | Uint8Array, { timestamp }: { timestamp: number }) {
      this.name = ('name' in of && of.name) || 'blank';
      this.timestamp = timestamp;
    }
    clone(): TestFrame {
      return new TestFrame(this, this);
    }
    close(): void {}
  }
  stub('MediaStreamTrack', TestTrack);
  stub('MediaStream', TestStream);
  stub('MediaStreamTrackProcessor', asNative(Processor));
  stub('MediaStreamTrackGenerator', asNative(Generator));
  stub('MediaDevices', Devices);
  stub('Navigator', class {});
  stub('VideoFrame', TestFrame);
  const devices = new Devices();

  return {
    camera: () => camera,
    async feed(name, timestamp = 0) {
      frames?.enqueue(new TestFrame({ name }, { timestamp }));
      await settle();
    },
    written,
    refuseProcessing() {
      isRefused = true;
    },
    getUserMedia: () =>
      (devices.getUserMedia as (asked: unknown) => Promise<unknown>)({ video: true }) as Promise<MediaStream>,
  };
}
