package org.concordat.wiring.memory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the heap is shared out. Shares are percent of the room: the heap less what the program itself needs.
 *
 * @param program what the program needs before it keeps anything
 * @param folds   what reads may hold at once while they fold a history into a view
 */
@ConfigurationProperties("concordat.memory")
public record HeapShares(@DefaultValue("96MB") DataSize program, @DefaultValue("18") int views, @DefaultValue("7") int pastViews,
                         @DefaultValue("8") int aggregates, @DefaultValue("2") int rolls, @DefaultValue("3") int documents,
                         @DefaultValue("3") int replays, @DefaultValue("3") int tiles, @DefaultValue("1") int names,
                         @DefaultValue("6") int folds) {

    /** The rest is for answers on their way, and for the collector to do its work. */
    private static final int AT_MOST = 65;
    private static final int SMALLEST_ROOM = 8;

    public HeapShares {
        int sum = 0;
        for (int share : new int[] {views, pastViews, aggregates, rolls, documents, replays, tiles, names, folds}) {
            if (share < 1) throw new IllegalArgumentException("Each share of concordat.memory must be 1 or more.");
            sum += share;
        }
        if (sum > AT_MOST) {
            throw new IllegalArgumentException("The shares of concordat.memory add up to " + sum + "; give them " + AT_MOST
                    + " or less in all, so that answers have room.");
        }
        if (program.isNegative()) throw new IllegalArgumentException("concordat.memory.program must not be negative.");
    }

    static HeapShares usual() {
        return new HeapShares(DataSize.ofMegabytes(96), 18, 7, 8, 2, 3, 3, 3, 1, 6);
    }

    /** In bytes, of a heap of that size. */
    long of(Kept kept, long heap) {
        return part(switch (kept) {
            case VIEWS -> views;
            case PAST_VIEWS -> pastViews;
            case AGGREGATES -> aggregates;
            case ROLLS -> rolls;
            case DOCUMENTS -> documents;
            case REPLAYS -> replays;
            case TILES -> tiles;
            case NAMES -> names;
        }, heap);
    }

    /** In bytes, of a heap of that size. */
    long ofFolds(long heap) {
        return part(folds, heap);
    }

    private long part(int percent, long heap) {
        return Math.max(heap - program.toBytes(), heap / SMALLEST_ROOM) / 100 * percent;
    }
}
