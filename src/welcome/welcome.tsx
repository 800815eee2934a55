/**
 * The page after an install: what the extension does, tried on oneself in one click, and what leaves the machine.
 * What is tried on here is worn here alone; the choice for calls is the popup's.
 */
import { useState } from 'preact/hooks';
import { problemSentence } from '../shared/problem-text.ts';
import { type TextName, text } from '../shared/text.ts';
import type { ShownFilter } from '../ui/filter-name.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { PreviewPicture } from '../ui/preview-picture.tsx';
import { usePreviewCamera } from '../ui/use-preview-camera.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { Samples } from './samples.tsx';

export function Welcome({ filters }: { readonly filters: readonly ShownFilter[] }) {
  const [tried, setTried] = useState(filters[0]?.id ?? '');
  const camera = usePreviewCamera({ filterIds: [tried], intensity: {}, otherFaces: null, texts: {} });
  const { stream, state, problem } = camera;

  return (
    <main>
      <header>
        <img src="/icons/icon-128.png" alt="" width="64" height="64" />
        <div>
          <h1>{text('welcomeTitle')}</h1>
          <p class="lead">{text('welcomeLead')}</p>
        </div>
      </header>
      <section class="try" aria-label={text('welcomeTry')}>
        <div class="screen">
          {stream !== null ? (
            <PreviewPicture stream={stream} mirrored />
          ) : (
            <div class="invitation">
              <button
                type="button"
                class="strong-button large"
                disabled={state === 'opening'}
                onClick={camera.open}
              >
                <Icon name="camera" />
                {text(state === 'opening' ? 'cameraOpening' : 'welcomeTry')}
              </button>
              <p>{text('welcomeTryHint')}</p>
            </div>
          )}
          {stream !== null && (
            <button type="button" class="quiet-button over" onClick={camera.close}>
              <Icon name="close" />
              {text('welcomeStop')}
            </button>
          )}
        </div>
        {problem !== null && (
          <p class="notice" role="alert">
            {problemSentence(problem)}
          </p>
        )}
        <Samples filters={filters} tried={tried} onTry={setTried} />
      </section>
      <ol class="steps">
        <Step icon="pin" title="welcomePin">
          {text('welcomePinHint')}
        </Step>
        <Step icon="camera" title="welcomeCall">
          {text('welcomeCallHint')}
        </Step>
        <Step icon="star" title="welcomeChoose">
          {text('welcomeChooseHint')}
        </Step>
        <Step icon="close" title="welcomeOff">
          <OffHint />
        </Step>
      </ol>
      <section class="privacy">
        <Icon name="lock" />
        <div>
          <h2>{text('welcomePrivacy')}</h2>
          <p>{text('welcomePrivacyHint')}</p>
        </div>
      </section>
    </main>
  );
}

interface StepProps {
  readonly icon: IconName;
  readonly title: TextName;
  readonly children: preact.ComponentChildren;
}

function Step({ icon, title, children }: StepProps) {
  return (
    <li>
      <Icon name={icon} />
      <h2>{text(title)}</h2>
      <p>{children}</p>
    </li>
  );
}

/** The keys that are really set: another extension may have had the suggested ones first. */
function OffHint() {
  const shortcuts = useShortcuts();
  const keysOf = (label: TextName) => shortcuts.find((shortcut) => shortcut.label === label)?.keys ?? '';
  const toggle = keysOf('commandToggle');
  const panic = keysOf('commandPanic');
  return <>{toggle && panic ? text('welcomeOffHint', toggle, panic) : text('welcomeOffNoKeys')}</>;
}
