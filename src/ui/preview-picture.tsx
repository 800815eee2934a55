/** The wearer's own camera, through the same frame path as a call's: seen here and nowhere else. */
import { useEffect, useRef } from 'preact/hooks';
import { text } from '../shared/text.ts';

interface OwnPictureProps {
  readonly stream: MediaStream;
  readonly mirrored: boolean;
}

export function PreviewPicture({ stream, mirrored }: OwnPictureProps) {
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    void element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [stream]);

  return (
    <video
      ref={video}
      class={mirrored ? 'live mirrored' : 'live'}
      muted
      playsInline
      aria-label={text(mirrored ? 'previewLabelMirrored' : 'previewLabel')}
    />
  );
}

/** The picture that a video shows, at full size and as others would see it. */
export async function pictureOfStream(stream: MediaStream): Promise<Blob> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = stream;
  await video.play();
  const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  video.srcObject = null;
  return canvas.convertToBlob({ type: 'image/png' });
}
