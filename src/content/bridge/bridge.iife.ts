/**
 * The extension's privileged half in a page (ISOLATED world): the only side here that speaks to the browser's
 * extension interfaces. Gives these to the bridge (create-bridge.ts), which owns who is told what.
 */
import { createIframeEngine } from '../../engine/client/iframe-engine.ts';
import { choiceFor } from '../../shared/choice.ts';
import { background } from '../../shared/messages.ts';
import { offerChannel } from '../../shared/private-channel.ts';
import { onSettingsChanged, readSettings } from '../../shared/settings.ts';
import { createBridge } from './create-bridge.ts';
import { isExtensionThere, onSiteRemoved } from './extension-life.ts';
import { readFromHook } from './read-message.ts';
import { createStatusReport } from './report-status.ts';
import { encodeFrame } from './snapshot.ts';

const hook = offerChannel();

/**
 * The site is the tab's, also in an iframe of another one: that is where the user sees the call. Not location.origin,
 * which a window without an address does not share with the page that opened it.
 */
const site = location.ancestorOrigins?.[location.ancestorOrigins.length - 1] ?? origin;

const bridge = createBridge({
  tellHook: (message, ports = []) => hook.postMessage(message, ports),
  status: createStatusReport((wish) => bridge.onSnapshotWanted(wish)),
  createEngine: createIframeEngine,
  injectPipeline: background.injectPipeline,
  encodeFrame,
  isExtensionThere,
  readChoice: async () => choiceFor(await readSettings(), site),
  filtersOf: background.filtersOf,
  onSettingsChanged,
});

hook.onmessage = ({ data }: MessageEvent<unknown>) => {
  const message = readFromHook(data);
  if (message) bridge.hear(message);
};
onSiteRemoved(bridge.leave);
// The browser keeps no document for coming back to that has an engine in it; at pagehide it is too late to take it out.
addEventListener('beforeunload', bridge.onUnload);
