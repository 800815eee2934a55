/** What pages do with tracks: streams, elements, recorders, calls. */
import {
  comesTrue,
  constrain,
  forgetStreams,
  hear,
  type Laws,
  nextEvent,
  nextTask,
  openStream,
  openTrack,
  outcomeOf,
  play,
  trackOf,
  withoutIds,
} from './law.ts';

const ELEMENT_EVENTS = [
  ...['loadstart', 'durationchange', 'resize', 'loadedmetadata', 'loadeddata', 'canplay', 'canplaythrough'],
  ...['emptied', 'error'],
];

export const useLaws: Laws = {
  async 'streams of its tracks'() {
    const stream = await openStream({ audio: true, video: true });
    const copy = new MediaStream(stream);
    const clone = stream.clone();
    const answers: unknown[] = [
      copy.getVideoTracks()[0] === trackOf(stream),
      clone.getTracks().map(({ kind, label, readyState }) => [kind, label, readyState]),
    ];
    for (const track of stream.getTracks()) track.stop();
    answers.push(stream.active, copy.active, clone.active);
    trackOf(clone).stop();
    const ofClone = clone.clone();
    answers.push(
      ofClone.getTracks().map(({ readyState }) => readyState),
      ofClone.active,
    );
    for (const each of [clone, ofClone]) for (const track of each.getTracks()) track.stop();
    return [...answers, clone.clone().active];
  },

  async 'an element loads and plays'() {
    const video = document.createElement('video');
    document.body.append(video);
    const heard = hear(video, ELEMENT_EVENTS);
    const stream = await openStream();
    video.srcObject = stream;
    await nextEvent(video, 'canplaythrough');
    const answers: unknown[] = [
      video.readyState,
      video.videoWidth,
      video.videoHeight,
      video.duration,
      [...heard],
    ];
    video.muted = true;
    await video.play();
    await comesTrue(() => video.getVideoPlaybackQuality().totalVideoFrames > 5);
    for (const track of stream.getTracks()) track.stop();
    answers.push(video.ended, stream.active, video.srcObject === stream);
    return answers;
  },

  async 'what is captured from an element is the same camera'() {
    const stream = await openStream();
    const video = await play(stream);
    const captured = (video as HTMLVideoElement & { captureStream(): MediaStream }).captureStream();
    const twin = trackOf(captured);
    const { deviceId, width, height } = twin.getSettings();
    const answers = [twin.label, twin.id === trackOf(stream).id, width, height];
    const isSame = deviceId === trackOf(stream).getSettings().deviceId;
    twin.stop();
    return [...answers, isSame, twin.readyState];
  },

  async 'a stream that only its element holds is found there again'() {
    const video = await play(await openStream());
    forgetStreams();
    // Exposed by a flag of these browsers.
    const collectGarbage = Reflect.get(globalThis, 'gc') as () => void;
    for (let time = 0; time < 3; time += 1) {
      await nextTask();
      collectGarbage();
    }
    const track = trackOf(video.srcObject as MediaStream);
    const clone = track.clone();
    await constrain(clone, { width: 320 });
    const answers: unknown[] = [
      track.label,
      withoutIds(track.getSettings()),
      withoutIds(clone.getSettings()),
    ];
    clone.stop();
    const seen = video.getVideoPlaybackQuality().totalVideoFrames;
    answers.push(await comesTrue(() => video.getVideoPlaybackQuality().totalVideoFrames > seen + 5));
    track.stop();
    return [...answers, track.readyState, trackOf(video.srcObject as MediaStream).readyState];
  },

  async 'it is recorded, disabled too'() {
    const answers: unknown[] = [];
    for (const enabled of [true, false]) {
      const stream = await openStream({ audio: true, video: true });
      trackOf(stream).enabled = enabled;
      const recorder = new MediaRecorder(stream);
      const heard = hear(recorder, ['start', 'stop', 'error']);
      recorder.start(50);
      const { data } = await nextEvent<BlobEvent>(recorder, 'dataavailable');
      const stopped = nextEvent(recorder, 'stop');
      for (const track of stream.getTracks()) track.stop();
      await stopped;
      answers.push([data.type, recorder.state, recorder.mimeType, heard]);
    }
    return answers;
  },

  async 'a recorder minds tracks that come'() {
    const stream = await openStream();
    const recorder = new MediaRecorder(stream);
    const failed = nextEvent<Event & { error?: DOMException }>(recorder, 'error');
    recorder.start(50);
    await nextEvent(recorder, 'dataavailable');
    const clone = trackOf(stream).clone();
    stream.addTrack(clone);
    const { error } = await failed;
    clone.stop();
    return [error?.name, recorder.state];
  },

  async 'it is sent, replaced and counted'() {
    const stream = await openStream();
    const track = trackOf(stream);
    const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
    const arrived = nextEvent<RTCTrackEvent>(far, 'track');
    const sender = near.addTrack(track, stream);
    await near.setLocalDescription();
    const named = /a=msid:(\S+) (\S+)/.exec(near.localDescription?.sdp ?? '');
    const answers: unknown[] = [sender.track === track, named?.[1] === stream.id, named?.[2] === track.id];
    await far.setRemoteDescription(near.localDescription as RTCSessionDescription);
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription as RTCSessionDescription);
    const { track: remote } = await arrived;
    answers.push(remote.label, remote.muted, Object.keys(remote.getSettings()), remote.getConstraints());
    answers.push(await comesTrue(() => !remote.muted));

    let source: Readonly<Record<string, unknown>> = {};
    answers.push(
      await comesTrue(async () => {
        const stats = [...(await near.getStats(track)).values()] as { type: string }[];
        source = { ...stats.find(({ type }) => type === 'media-source') };
        return 'framesPerSecond' in source && 'frames' in source;
      }),
    );
    answers.push(
      Object.keys(source).sort(),
      source.trackIdentifier === track.id,
      source.width,
      source.height,
    );
    const other = await openTrack({ width: 320 });
    await sender.replaceTrack(other);
    answers.push(sender.track === other);
    track.stop();
    answers.push(await outcomeOf(() => sender.replaceTrack(track)));
    near.close();
    far.close();
    return answers;
  },

  async 'frames are those of a camera'() {
    const track = await openTrack();
    const reader = new MediaStreamTrackProcessor({
      track: track as MediaStreamVideoTrack,
    }).readable.getReader();
    const { value: frame } = await reader.read();
    if (!frame) return 'none';
    const { format, codedWidth, codedHeight, displayWidth, displayHeight, duration, timestamp } = frame;
    const metadata = Reflect.get(frame, 'metadata') as (() => object) | undefined;
    const answers = [
      { format, codedWidth, codedHeight, displayWidth, displayHeight, duration, isTimed: timestamp >= 0 },
      frame.visibleRect?.toJSON(),
      frame.colorSpace.toJSON(),
      Object.keys(metadata?.call(frame) ?? {}),
    ];
    frame.close();
    track.stop();
    await reader.closed;
    return answers;
  },
};
