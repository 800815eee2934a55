/** The camera's track: what it is and says, how it is constrained, cloned, disabled, stopped. */
import {
  comesTrue,
  constrain,
  deliveredSize,
  hear,
  type Laws,
  nextFrames,
  openStream,
  openTrack,
  outcomeOf,
  play,
  trackOf,
  withoutIds,
} from './law.ts';

const CONSTRAINTS: readonly unknown[] = [
  undefined,
  null,
  {},
  { width: 320 },
  { width: { exact: 320 }, height: { exact: 240 } },
  { width: { exact: 1280 }, height: { exact: 720 } },
  { frameRate: 10 },
  { frameRate: { exact: 5000 } },
  { width: { min: 5000 } },
  { width: 'wide' },
  { deviceId: { exact: 'other' } },
  { groupId: { exact: 'other' } },
  { groupId: 'other' },
  { resizeMode: { exact: 'none of these' } },
  { resizeMode: 'none of these' },
  { resizeMode: 'none' },
  { resizeMode: { exact: 'crop-and-scale' }, width: 100, height: 100 },
  { aspectRatio: 1 },
  { facingMode: 'user' },
  { facingMode: { exact: 'user' } },
  { pan: 1 },
  { advanced: [{ pan: 1 }] },
  { advanced: [{ zoom: 100 }] },
  { advanced: [{ torch: true }] },
  { advanced: [{ exposureMode: 'continuous' }] },
  { advanced: [{ focusDistance: 20, focusMode: 'manual' }] },
  { advanced: [{ width: 200 }] },
  { advanced: 5 },
  { mandatory: { minWidth: 100 } },
  { width: 320, zoom: 120 },
  'wide',
  5,
];

/** A size that the camera has, not one that the browser makes; no type of the platform knows it yet. */
const UNSCALED = { resizeMode: { exact: 'none' } };

const applyTo = (track: MediaStreamTrack, constraints: unknown) =>
  track.applyConstraints(constraints as MediaTrackConstraints);

const TRACK_EVENTS = ['mute', 'unmute', 'ended'];

export const trackLaws: Laws = {
  async 'it is a track, of no other class, with nothing of its own'() {
    const track = await openTrack();
    return [
      Object.prototype.toString.call(track),
      track.constructor === MediaStreamTrack,
      Object.getPrototypeOf(track) === MediaStreamTrack.prototype,
      Object.getOwnPropertyNames(track),
      Object.getOwnPropertySymbols(track).length,
      JSON.stringify(track),
    ];
  },

  async 'it says what it is before the first frame'() {
    const track = await openTrack();
    const { label, kind, enabled, muted, readyState, contentHint, id } = track;
    return [
      { label, kind, enabled, muted, readyState, contentHint, idLength: id.length },
      withoutIds(track.getSettings()),
      withoutIds(track.getCapabilities()),
      track.getConstraints(),
    ];
  },

  async 'it says the same when frames have come'() {
    const stream = await openStream({ video: { width: 320, frameRate: { max: 15 } } });
    const video = await play(stream);
    await comesTrue(() => video.getVideoPlaybackQuality().totalVideoFrames > 3);
    const track = trackOf(stream);
    return [withoutIds(track.getSettings()), track.getConstraints(), video.videoWidth, video.videoHeight];
  },

  async 'every constraint is taken or refused as it is, and the settings follow'() {
    const track = await openTrack();
    // Beside a clone the camera stays open as it is, so that the answers do not hang on how it is opened again.
    const clone = track.clone();
    const answers: unknown[] = [];
    for (const constraints of CONSTRAINTS) {
      const outcome = await outcomeOf(() => applyTo(track, constraints));
      await nextFrames(track);
      answers.push([
        JSON.stringify(constraints),
        outcome,
        withoutIds(track.getSettings()),
        track.getConstraints(),
      ]);
    }
    clone.stop();
    return answers;
  },

  async 'a lone track has its camera opened as it asks'() {
    const track = await openTrack();
    const answers: unknown[] = [];
    for (const [width, height] of [
      [320, 240],
      [1280, 720],
      [640, 480],
    ] as const) {
      await constrain(track, { width, height, ...UNSCALED });
      const size = await deliveredSize(track, (w) => w === width);
      answers.push([withoutIds(track.getSettings()), track.getConstraints(), size]);
    }
    return answers;
  },

  async 'sizes are delivered as settings promise, to each clone its own'() {
    const track = await openTrack({ width: 640, height: 480 });
    const clone = track.clone();
    const answers: unknown[] = [];
    for (const [of, constraints] of [
      [track, { width: 320, height: 240 }],
      [clone, { width: 200, height: 200 }],
      [track, { width: 640, height: 480 }],
      [clone, { width: 640, height: 360 }],
      [clone, {}],
      [track, { aspectRatio: 1 }],
    ] as const) {
      await constrain(of, constraints);
      const { width, height } = of.getSettings();
      answers.push([width, height, await deliveredSize(of, (w, h) => w === width && h === height)]);
    }
    clone.stop();
    return answers;
  },

  async 'the last track of a camera opens it larger again'() {
    const track = await openTrack({ width: 640, height: 480 });
    const clone = track.clone();
    await constrain(clone, { width: 320, height: 240 });
    track.stop();
    const refused = await outcomeOf(() => clone.applyConstraints({ width: { exact: 99_999 } }));
    const kept = [clone.getConstraints(), clone.getSettings().width, clone.getSettings().height];
    await constrain(clone, { width: 1280, height: 720 });
    const { width, height } = clone.getSettings();
    const size = await deliveredSize(clone, (w) => w === width);
    const twin = clone.clone();
    const ofTwin = [withoutIds(twin.getSettings()), twin.getConstraints()];
    for (const each of [clone, twin]) each.stop();
    return [refused, kept, width, height, size, ofTwin];
  },

  async 'a clone is another track in everything'() {
    const track = await openTrack();
    track.contentHint = 'detail';
    const clone = track.clone();
    const first = [
      clone.id !== track.id,
      clone.label,
      clone.contentHint,
      clone.enabled,
      clone.muted,
      clone.readyState,
    ];
    clone.enabled = false;
    await constrain(clone, { width: 320, height: 240, frameRate: 10 });
    const second = [track, clone].map((of) => [
      of.enabled,
      withoutIds(of.getSettings()),
      of.getConstraints(),
    ]);
    const ofClone = clone.clone();
    const third = [ofClone.enabled, withoutIds(ofClone.getSettings()), ofClone.getConstraints()];
    track.stop();
    const fourth = [track.readyState, clone.readyState, ofClone.readyState];
    clone.stop();
    const ended = clone.clone();
    const fifth = [ended.readyState, ended.label, ended.getConstraints(), ofClone.readyState];
    ofClone.stop();
    return [first, second, third, fourth, fifth];
  },

  async 'a stopped track has ended, and says nothing of it'() {
    const track = await openTrack({ width: 320 });
    const heard = hear(track, TRACK_EVENTS);
    track.stop();
    track.stop();
    const answers = [
      track.readyState,
      track.label,
      track.muted,
      track.enabled,
      track.getConstraints(),
      heard,
    ];
    return [
      ...answers,
      Object.keys(track.getCapabilities()),
      await outcomeOf(() => track.applyConstraints({ width: 100 })),
      await outcomeOf(() => track.applyConstraints({})),
      track.getConstraints(),
    ];
  },

  async 'a disabled track is black, an enabled one is not'() {
    const stream = await openStream();
    const track = trackOf(stream);
    track.enabled = false;
    const video = await play(stream);
    const canvas = new OffscreenCanvas(32, 24);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    const brightest = () => {
      context?.drawImage(video, 0, 0, 32, 24);
      return Math.max(...(context?.getImageData(0, 0, 32, 24).data ?? []).filter((_, i) => i % 4 !== 3));
    };
    const answers: unknown[] = [brightest()];
    track.enabled = true;
    answers.push(await comesTrue(() => brightest() > 50));
    track.enabled = false;
    answers.push(await comesTrue(() => brightest() === 0), video.videoWidth, video.videoHeight);
    return answers;
  },

  async 'it is cloned or transferred nowhere that it could not be'() {
    const track = await openTrack();
    const { port1 } = new MessageChannel();
    return [
      await outcomeOf(() => structuredClone(track)),
      await outcomeOf(() => structuredClone({ track })),
      await outcomeOf(() => structuredClone(track, { transfer: [track as unknown as Transferable] })),
      await outcomeOf(() => port1.postMessage(track, [track as unknown as Transferable])),
      await outcomeOf(() => history.replaceState(track, '')),
      track.readyState,
    ];
  },
};
