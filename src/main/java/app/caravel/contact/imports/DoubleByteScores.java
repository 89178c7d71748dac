package app.caravel.contact.imports;

import java.util.Comparator;
import java.util.List;

/**
 * How well bytes fit the double-byte encodings of East Asia: the share of their characters that are everyday ones (the
 * first level of each character set, kana, Hangul, punctuation), less what breaks the encoding's rules.
 */
final class DoubleByteScores {

    record Score(Encoding encoding, double share) {}

    /** What a pair of bytes is in one encoding. */
    private enum Unit { COMMON, RARE, HALF_WIDTH, WRONG }

    private interface Scheme {
        Unit unit(int lead, int trail);
    }

    private static final int FEW = 20;

    private final List<Score> scores;
    private final boolean korean;

    private DoubleByteScores(List<Score> scores, boolean korean) {
        this.scores = scores.stream().sorted(Comparator.comparingDouble(score -> -score.share())).toList();
        this.korean = korean;
    }

    static DoubleByteScores of(byte[] bytes) {
        return new DoubleByteScores(
                List.of(
                        new Score(Encoding.GB18030, share(bytes, DoubleByteScores::gb18030)),
                        new Score(Encoding.BIG5, share(bytes, DoubleByteScores::big5)),
                        new Score(Encoding.SHIFT_JIS, share(bytes, DoubleByteScores::shiftJis)),
                        new Score(Encoding.EUC_JP, hasKana(bytes) ? share(bytes, DoubleByteScores::eucJp) : 0),
                        // its Hangul are Chinese characters too, and the better known ones: never before GB18030 by score alone
                        new Score(Encoding.EUC_KR, share(bytes, DoubleByteScores::eucKr) - 0.05)),
                looksKorean(bytes));
    }

    List<Score> byScore() {
        return scores;
    }

    /** Whether all characters stand where Hangul stand. Chinese ones of GB18030 fill the rows behind them as well. */
    boolean isKorean() {
        return korean;
    }

    private static double share(byte[] bytes, Scheme scheme) {
        double common = 0;
        int all = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            all++;
            int trail = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
            switch (scheme.unit(lead, trail)) {
                case COMMON -> {
                    common++;
                    i++;
                }
                case RARE -> i++;
                case HALF_WIDTH -> common += 0.3;
                case WRONG -> common -= 2;
            }
        }
        return all == 0 ? 0 : common / all;
    }

    private static Unit gb18030(int lead, int trail) {
        if (lead == 0x80 || lead == 0xFF) {
            return Unit.WRONG;
        }
        if (trail >= 0x30 && trail <= 0x39) {
            return Unit.RARE;
        }
        if (trail < 0x40 || trail == 0x7F || trail == 0xFF) {
            return Unit.WRONG;
        }
        return trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead >= 0xA1 && lead <= 0xA3) ? Unit.COMMON : Unit.RARE;
    }

    private static Unit big5(int lead, int trail) {
        if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail > 0x7E && trail < 0xA1 || trail == 0xFF) {
            return Unit.WRONG;
        }
        return lead >= 0xA1 && lead <= 0xC6 ? Unit.COMMON : Unit.RARE;
    }

    private static Unit shiftJis(int lead, int trail) {
        if (lead >= 0xA1 && lead <= 0xDF) {
            return Unit.HALF_WIDTH;
        }
        if (lead == 0x80 || lead == 0xA0 || lead > 0xFC || trail < 0x40 || trail == 0x7F || trail > 0xFC) {
            return Unit.WRONG;
        }
        boolean kana = lead == 0x82 && trail >= 0x4F && trail <= 0xF1 || lead == 0x83 && trail <= 0x96;
        return lead == 0x81 || kana || lead >= 0x88 && lead <= 0x97 ? Unit.COMMON : Unit.RARE;
    }

    private static Unit eucJp(int lead, int trail) {
        if (trail < 0xA1 || trail == 0xFF || lead < 0xA1 && lead != 0x8E && lead != 0x8F) {
            return Unit.WRONG;
        }
        return lead == 0xA1 || lead == 0xA4 || lead == 0xA5 || lead >= 0xB0 && lead <= 0xCF ? Unit.COMMON : Unit.RARE;
    }

    private static Unit eucKr(int lead, int trail) {
        if (lead == 0x80 || lead == 0xFF || trail < 0x41 || trail > 0x5A && trail < 0x61 || trail > 0x7A && trail < 0x81 || trail == 0xFF) {
            return Unit.WRONG;
        }
        return trail >= 0xA1 && (lead >= 0xB0 && lead <= 0xC8 || lead >= 0xA1 && lead <= 0xA3) ? Unit.COMMON : Unit.RARE;
    }

    private static boolean hasKana(byte[] bytes) {
        int all = 0;
        int kana = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0xA1) {
                all++;
                kana += lead == 0xA4 || lead == 0xA5 ? 1 : 0;
                i++;
            }
        }
        return kana * 10 > all;
    }

    private static boolean looksKorean(byte[] bytes) {
        int all = 0;
        int behind = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0x80) {
                if (lead >= 0xB0) {
                    all++;
                    behind += lead > 0xC8 ? 1 : 0;
                }
                i++;
            }
        }
        return all >= FEW && behind * 20 <= all;
    }
}
