/**
 * See yourself first: what the call in this tab gets, or one's own camera when there is no call.
 * Owns which of the two is shown and the two buttons beside it.
 */

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { text } from '../shared/text.ts';
import { Icon } from '../ui/icon.tsx';
import { PreviewPicture, pictureOfStream } from '../ui/preview-picture.tsx';
import type { UsedPreviewCamera } from '../ui/use-preview-camera.ts';
import { LivePicture } from './live-picture.tsx';
import { pictureBytes, savePicture } from './save-picture.ts';
import { seeYourself } from './see-yourself.ts';
import type { WatchedPage } from './watch-page.ts';

interface StageProps {
  readonly page: WatchedPage | null;
  /** DocumentStatus.document of the one with an open camera; null for no call. */
  readonly frame: string | null;
  readonly ownCamera: UsedPreviewCamera;
  readonly mirrored: boolean;
  readonly onMirrored: (mirrored: boolean) => void;
  /** What is said beside the picture. */
  readonly children: ComponentChildren;
}

export function Stage({ page, frame, ownCamera, mirrored, onMirrored, children }: StageProps) {
  const [notSaved, setNotSaved] = useState(false);
  const calls = page !== null && frame !== null;
  const { stream, close } = ownCamera;

  // A call's own picture is the true one; two cameras at once would only take light and time from it.
  useEffect(() => {
    if (calls && stream !== null) close();
  }, [calls, stream, close]);

  const takePicture = async (): Promise<Blob | null> => {
    if (calls) {
      const picture = await page.askPicture({ document: frame, widthPx: null, mime: 'image/png' });
      return picture && pictureBytes(picture);
    }
    return stream && pictureOfStream(stream);
  };
  const save = async (): Promise<void> => {
    const picture = await takePicture().catch(() => null);
    setNotSaved(picture === null);
    if (picture !== null) savePicture(picture, new Date());
  };

  return (
    <section class="stage" aria-label={text('stageLabel')}>
      <div class="screen">
        {calls ? (
          <LivePicture page={page} frame={frame} mirrored={mirrored} />
        ) : stream !== null ? (
          <PreviewPicture stream={stream} mirrored={mirrored} />
        ) : (
          <button
            type="button"
            class="invitation"
            disabled={ownCamera.state === 'opening'}
            onClick={() => void seeYourself(ownCamera.open)}
          >
            <Icon name="camera" />
            {text(ownCamera.state === 'opening' ? 'cameraOpening' : 'seeYourself')}
          </button>
        )}
      </div>
      <div class="beside">
        {children}
        {notSaved && <p class="figures">{text('notSaved')}</p>}
        {(calls || stream !== null) && (
          <div class="tools">
            <button
              type="button"
              class="icon-button"
              aria-pressed={mirrored}
              aria-label={text('mirrorLabel')}
              title={text('mirrorLabel')}
              onClick={() => onMirrored(!mirrored)}
            >
              <Icon name="mirror" />
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={text('savePicture')}
              title={text('savePicture')}
              onClick={() => void save()}
            >
              <Icon name="save" />
            </button>
            {!calls && (
              <button
                type="button"
                class="icon-button"
                aria-label={text('closeCamera')}
                title={text('closeCamera')}
                onClick={close}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        )}
      </div>
    </section>
  );
}
