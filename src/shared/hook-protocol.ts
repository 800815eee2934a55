/** What the hook (page's world) and the bridge (ISOLATED world) say to each other, over one private port a document. */
import type { FailMode } from './fail-mode.ts';

/** Names a camera track within its document. */
export type CameraId = number;

export type FromHook =
  /** The page has asked for a camera, which takes a while to open. */
  | { readonly type: 'camera-asked' }
  | {
      readonly type: 'camera-opened';
      readonly cameraId: CameraId;
      /** True where frames have no clock of their own in a hidden tab, so that the engine must tick. */
      readonly needsClock: boolean;
    }
  | { readonly type: 'camera-closed'; readonly cameraId: CameraId }
  /** getUserMedia failed as it would have without us; the page has the same error. */
  | { readonly type: 'camera-refused'; readonly errorName: string }
  | { readonly type: 'pipeline-refused'; readonly cameraId: CameraId }
  /** The pipeline's worker died or hung, and cannot say so itself. */
  | { readonly type: 'pipeline-lost'; readonly cameraId: CameraId }
  /** What was asked for by 'snapshot'. Who gets it closes the frame. */
  | { readonly type: 'snapshot'; readonly cameraId: CameraId; readonly frame: VideoFrame };

export type ToHook =
  /** The first word on a camera, and every later one: whether its frames may be seen when they are not drawn on. */
  | {
      readonly type: 'fail-mode';
      readonly cameraId: CameraId;
      readonly failMode: FailMode;
      /** Whether anything is to be worn: what is on comes off at once where nothing is. */
      readonly wears: boolean;
    }
  /** Ports: engine, control. */
  | { readonly type: 'attach'; readonly cameraId: CameraId }
  /** Ports: engine. */
  | { readonly type: 'clock'; readonly cameraId: CameraId }
  /** Asks for a copy of the next frame that the page gets. Without ports. */
  | { readonly type: 'snapshot'; readonly cameraId: CameraId };
