/** getUserMedia itself: what it is, what it refuses and how, what it gives. Media Capture and Streams, 10.3. */
import { comesTrue, isRejectedAtOnce, type Laws, nextTask, openStream, outcomeOf, trackOf } from './law.ts';

/** Constraints as pages get them wrong, or ask for what no camera has. */
const ODD_ARGUMENTS: readonly (readonly unknown[])[] = [
  [],
  [undefined],
  [null],
  ['camera'],
  [5],
  [{}],
  [{ picture: true }],
  [{ video: false }],
  [{ audio: false, video: false }],
  [{ video: 'yes' }],
  [{ video: null }],
  [{ video: { width: { exact: 31 } } }],
  [{ video: { width: { min: 100_000_000 } } }],
  [{ video: { width: { exact: 'wide' } } }],
  [{ video: { height: { max: 0 } } }],
  [{ video: { frameRate: { exact: 1000 } } }],
  [{ video: { aspectRatio: { exact: 100 } } }],
  [{ video: { facingMode: { exact: '' } } }],
  [{ video: { facingMode: { exact: 'environment' } } }],
  [{ video: { resizeMode: { exact: 'none of these' } } }],
  [{ video: { deviceId: { exact: 'no such device' } } }],
  [{ video: { groupId: { exact: 'no such group' } } }],
  [{ video: { displaySurface: { exact: 'monitor' } } }],
  [{ video: { advanced: 3 } }],
  [{ video: { advanced: [{ width: { min: 1024, max: 800 } }] } }],
  [{ video: { optional: [{ minWidth: 10 }], width: 320 } }],
  [{ video: { zoom: { exact: 3 } } }],
  [{ video: { pan: true, tilt: true } }],
  [{ video: true, peerIdentity: 'somebody' }],
];

/** As pages may call it: with anything. */
type Anything = (...args: unknown[]) => Promise<MediaStream>;
const call = (args: readonly unknown[]) =>
  (navigator.mediaDevices.getUserMedia as Anything).call(navigator.mediaDevices, ...args);

type LegacyName = 'getUserMedia' | 'webkitGetUserMedia';
const callLegacy = (name: LegacyName, ...args: unknown[]): unknown =>
  (Reflect.get(navigator, name) as (...given: unknown[]) => unknown).call(navigator, ...args);

/** What a callback of the old form is called with. */
function hearCallback(name: LegacyName, constraints: object): Promise<readonly unknown[]> {
  return new Promise((resolve) => {
    function hear(this: unknown, ...args: unknown[]): void {
      const [first] = args;
      if (first instanceof MediaStream) for (const track of first.getTracks()) track.stop();
      const what =
        first instanceof MediaStream ? 'a stream' : [Reflect.get(Object(first), 'name'), String(first)];
      resolve([this === undefined, args.length, what]);
    }
    callLegacy(name, constraints, hear, hear);
  });
}

export const getUserMediaLaws: Laws = {
  async 'odd arguments are refused, or taken, as they are'() {
    const answers: unknown[] = [];
    for (const args of ODD_ARGUMENTS) {
      answers.push([
        JSON.stringify(args),
        await outcomeOf(() =>
          call(args).then((stream) => {
            const kinds = stream
              .getTracks()
              .map(({ kind, stop, readyState }) => [kind, typeof stop, readyState]);
            for (const track of stream.getTracks()) track.stop();
            return kinds;
          }),
        ),
      ]);
    }
    return answers;
  },

  async 'a promise for what cannot be a camera is rejected when it is returned'() {
    const answers: boolean[] = [];
    for (const args of ODD_ARGUMENTS.slice(0, 9)) answers.push(await isRejectedAtOnce(() => call(args)));
    return answers;
  },

  async 'it gives a promise of the platform, whatever the page has made of promises'() {
    const then = Object.getOwnPropertyDescriptor(Promise.prototype, 'then') as PropertyDescriptor;
    let calls = 0;
    const value = function (this: Promise<unknown>, ...reactions: unknown[]) {
      calls += 1;
      return Reflect.apply(then.value, this, reactions);
    };
    Object.defineProperty(Promise.prototype, 'then', { ...then, value });
    const answer = navigator.mediaDevices.getUserMedia({ video: true });
    Object.defineProperty(Promise.prototype, 'then', then);
    trackOf(await answer).stop();
    return [calls, answer.constructor === Promise, Object.getOwnPropertyNames(answer)];
  },

  async 'a rejection that nobody handles is reported with its promise'() {
    const reported: unknown[] = [];
    const report = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      reported.push([event.reason.name, event.promise === asked]);
    };
    addEventListener('unhandledrejection', report);
    const asked = navigator.mediaDevices.getUserMedia({ video: { width: { min: 100_000_000 } } });
    await comesTrue(() => reported.length > 0);
    removeEventListener('unhandledrejection', report);
    return reported;
  },

  async 'constraints are read once'() {
    const reads: string[] = [];
    const constraints = {
      get audio() {
        reads.push('audio');
        return false;
      },
      get video() {
        reads.push('video');
        return true;
      },
    };
    await openStream(constraints);
    return reads;
  },

  async 'the old callbacks are called as before'() {
    const answers: unknown[] = [];
    for (const name of ['getUserMedia', 'webkitGetUserMedia'] as const) {
      answers.push(
        await hearCallback(name, { video: true }),
        await hearCallback(name, { video: { width: { min: 100_000_000 } } }),
      );
      for (const args of [
        [],
        [{}],
        [{ video: true }],
        [{ video: true }, () => {}],
        [{ video: true }, null, null],
      ]) {
        answers.push(await outcomeOf(() => callLegacy(name, ...args)));
      }
      answers.push(
        await outcomeOf(() =>
          callLegacy(
            name,
            {},
            () => {},
            () => {},
          ),
        ),
      );
    }
    return answers;
  },

  async 'what an old callback throws is the page’s own error'() {
    const reported = new Promise((resolve) => {
      window.onerror = (message) => {
        resolve(message);
        return true;
      };
    });
    callLegacy(
      'getUserMedia',
      { video: true },
      (stream: MediaStream) => {
        trackOf(stream).stop();
        throw new Error('of the page');
      },
      () => {},
    );
    const message = await reported;
    window.onerror = null;
    return message;
  },

  async 'a stream and its only track say nothing while nothing happens'() {
    const stream = await openStream();
    const heard: string[] = [];
    for (const type of ['addtrack', 'removetrack', 'active', 'inactive']) {
      stream.addEventListener(type, () => heard.push(type));
    }
    for (const type of ['mute', 'unmute', 'ended'])
      trackOf(stream).addEventListener(type, () => heard.push(type));
    const video = document.createElement('video');
    video.srcObject = stream;
    await comesTrue(() => video.getVideoPlaybackQuality().totalVideoFrames > 0);
    const before = [...heard];
    trackOf(stream).stop();
    await comesTrue(() => heard.length > 0);
    return [before, heard, stream.active];
  },

  async 'tracks come in order, by the names of their devices'() {
    const stream = await openStream({ audio: true, video: true });
    const found = stream
      .getTracks()
      .map((track) => [track.kind, track.label, track.readyState, stream.getTrackById(track.id) === track]);
    return [found, stream.active, Object.getOwnPropertyNames(stream), stream.id.length];
  },

  async 'every device opens by its id, and says the same of itself as its track'() {
    await openStream();
    const answers: unknown[] = [];
    for (const device of await navigator.mediaDevices.enumerateDevices()) {
      if (device.kind !== 'videoinput') continue;
      const { deviceId, groupId, label } = device;
      const track = trackOf(await openStream({ video: { deviceId: { exact: deviceId } } }));
      const settings = track.getSettings();
      answers.push([
        label,
        track.label,
        settings.deviceId === deviceId,
        settings.groupId === groupId,
        JSON.stringify((device as InputDeviceInfo).getCapabilities()) ===
          JSON.stringify(track.getCapabilities()),
      ]);
      const half = { deviceId, width: { exact: 320 } };
      answers.push(trackOf(await openStream({ video: half })).getSettings().width);
    }
    await nextTask();
    return answers;
  },

  'a page of an insecure origin finds nothing': () => {
    if (isSecureContext) return 'secure';
    return ['mediaDevices' in navigator, 'getUserMedia' in navigator, 'MediaDevices' in window];
  },
};
