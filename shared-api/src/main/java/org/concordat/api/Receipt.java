package org.concordat.api;

/**
 * What an accepted command answers. The same command id answers the same receipt, also after a restart.
 *
 * @param id        the thing that the command acted on
 * @param version   the number of events in that thing's history once the command was carried out (1 or more)
 * @param commandId the command's id, the client's own or one made for it
 */
public record Receipt(String id, long version, String commandId) {}
