/** What a transport gives: where a camera's frames come from, where frames go to, and the track that is made of those. */

export interface FrameFlow {
  /** Gives every frame from now on, and says once when there will be no more. Called once. Whoever is given a frame closes it. */
  start(onFrame: (frame: VideoFrame) => void, onEnd: () => void): void;
  /** A frame may be lost with whoever draws on it: should none come soon, what is lost is collected. */
  awaitNext?(): void;
}

export interface FrameSink {
  /** Takes the frame over and closes it. Rejects once nobody holds a live clone of the track: the camera is no longer wanted. */
  write(frame: VideoFrame): Promise<void>;
  /** Ends the track, and with it its clones, as an unplugged camera's would. */
  end(): unknown;
}

/** The ends of a camera on this thread. */
export interface FrameEnds {
  readonly source: FrameFlow;
  readonly sink: FrameSink;
}

/** The ends of a camera as a worker can be given them. */
export interface FrameStreams {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
}

/** A camera whose frames can be read, and the track whose frames can be written. */
export interface Transport {
  readonly track: MediaStreamTrack;
  /** Null where frames come and go on the page's thread alone. */
  readonly streams: FrameStreams | null;
  /** Opens the ends on this thread, where the streams have not been given away; once. */
  openHere(): FrameEnds;
  /** Polls for a new frame; only transports without a clock of their own need it. */
  tick(): void;
  /** Closes the camera, now or soon. Frames that come until then are given as before. */
  close(): void;
}
