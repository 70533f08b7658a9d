/** What a terminal would obey, or show as something else than it is, or not at all though programs read it. */
export const steering = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u

/** What the log of a CI service would obey, by how it begins: GitHub's commands, and those of Azure and TeamCity. */
export const commandsToLogs = [/^\s*::/m, /##(?:\[|vso\[|teamcity\[)/i]
