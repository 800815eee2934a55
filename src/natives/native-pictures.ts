/**
 * The browser's own video elements, canvases and their captures, as they were before the page's first script: what frames
 * are read and made by where there are no insertable streams. Owns the taking, which costs nothing elsewhere; captured-canvas.ts uses it.
 */
import { hasInsertableStreams } from './insertable-streams.ts';
import { setterOf, take, withoutPrototype } from './primordials.ts';

const page: Partial<typeof globalThis> = hasInsertableStreams ? {} : globalThis;
const { HTMLMediaElement: Media, HTMLVideoElement: Video, HTMLCanvasElement: Canvas } = page;
const Frame = page.VideoFrame as typeof VideoFrame;
const createElement = take<Document, [name: string], HTMLElement>(page.Document, 'createElement');
export const createVideo = () => createElement(document, 'video') as HTMLVideoElement;
export const createCanvas = () => createElement(document, 'canvas') as HTMLCanvasElement;

export const setMuted = setterOf(Media?.prototype, 'muted');
export const setSource = setterOf(Media?.prototype, 'srcObject');
export const playVideo = take<HTMLVideoElement, [], Promise<void>>(Media, 'play');
export const readyStateOf = take<HTMLVideoElement, [], number>(Media, 'readyState');
export const secondsOf = take<HTMLVideoElement, [], number>(Media, 'currentTime');
export const onNextPicture = take<HTMLVideoElement, [callback: () => void], number>(
  Video,
  'requestVideoFrameCallback',
);
const qualityOf = take<HTMLVideoElement, [], VideoPlaybackQuality>(Video, 'getVideoPlaybackQuality');
const totalOf = take<VideoPlaybackQuality, [], number>(page.VideoPlaybackQuality, 'totalVideoFrames');
/** How many pictures have come. Not currentTime, which runs on between the frames of a live stream. */
export const countPictures = (video: HTMLVideoElement): number => totalOf(qualityOf(video));
export const frameOfVideo = (video: HTMLVideoElement, timestamp: number): VideoFrame =>
  new Frame(video, withoutPrototype({ timestamp }));

export const setCanvasWidth = setterOf(Canvas?.prototype, 'width');
export const setCanvasHeight = setterOf(Canvas?.prototype, 'height');
export const getContext = take<
  HTMLCanvasElement,
  [kind: '2d', options: object],
  CanvasRenderingContext2D | null
>(Canvas, 'getContext');
export const captureCanvas = take<HTMLCanvasElement, [framesPerSecond: number], MediaStream>(
  Canvas,
  'captureStream',
);
export const drawFrame = take<CanvasRenderingContext2D, [frame: VideoFrame, x: number, y: number], void>(
  page.CanvasRenderingContext2D,
  'drawImage',
);
export const requestFrame = take<CanvasCaptureMediaStreamTrack, [], void>(
  page.CanvasCaptureMediaStreamTrack,
  'requestFrame',
);
