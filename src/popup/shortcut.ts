/** The keys that turn the filter on and off, as the user has set them; empty when they have none. */
export async function readShortcut(): Promise<string> {
  const commands = await chrome.commands.getAll();
  return commands.find((command) => command.name === 'toggle-filter')?.shortcut ?? '';
}
