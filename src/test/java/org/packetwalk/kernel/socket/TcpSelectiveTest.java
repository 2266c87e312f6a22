package org.packetwalk.kernel.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The blocks of RFC 2018 section 4 and RFC 2883 section 4. */
class TcpSelectiveTest {

    @Test
    void theLatestBlockIsToldFirst() {
        TcpSelective told = TcpSelective.NONE.early(block(5500, 6000)).early(block(6500, 7000));

        assertEquals(List.of(block(6500, 7000), block(5500, 6000)), told.told());
    }

    @Test
    void whatClosesAGapJoinsBothSides() {
        TcpSelective told = TcpSelective.NONE
                .early(block(5500, 6000))
                .early(block(6500, 7000))
                .early(block(6000, 6500));

        assertEquals(List.of(block(5500, 7000)), told.told());
    }

    @Test
    void theOldestOfFiveBlocksIsForgotten() {
        TcpSelective told = TcpSelective.NONE;
        for (int start = 1000; start <= 9000; start += 2000) {
            told = told.early(block(start, start + 500));
        }

        assertEquals(List.of(block(9000, 9500), block(7000, 7500), block(5000, 5500), block(3000, 3500)), told.told());
    }

    @Test
    void whatCameTwiceIsToldOnceAndBeforeAllElse() {
        TcpSelective told = TcpSelective.NONE.early(block(5500, 6000)).repeated(block(3000, 3500));

        assertEquals(List.of(block(3000, 3500), block(5500, 6000)), told.told());
        assertEquals(List.of(block(5500, 6000)), told.sent().told());
    }

    @Test
    void whatIsExpectedNoMoreIsNotTold() {
        TcpSelective told = TcpSelective.NONE.early(block(5500, 6000)).early(block(6500, 7000));

        assertEquals(List.of(block(6500, 7000)), told.expecting(6000).told());
    }

    @Test
    void sequenceNumbersBeginAnewAfterTheLast() {
        TcpSelective told = TcpSelective.NONE.early(block(-200, -100)).early(block(-100, 50));

        assertEquals(List.of(block(-200, 50)), told.told());
        assertEquals(List.of(), told.expecting(50).told());
    }

    private static TcpBlock block(int start, int end) {
        return new TcpBlock(start, end);
    }
}
