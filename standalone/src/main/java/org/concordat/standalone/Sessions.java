package org.concordat.standalone;

/** What every session of ours asks of PostgreSQL. */
final class Sessions {

    /** Nets, not cures: a transaction or a lock that hangs ends, and a dead server is noticed. */
    private static final String LIMITS = "options=-c%20transaction_timeout=10s%20-c%20lock_timeout=5s"
            + "&loginTimeout=5&connectTimeout=5&socketTimeout=20&tcpKeepAlive=true&reWriteBatchedInserts=true";

    /** What could not be written is in no message, and so in no log: it holds persons and what they wrote. */
    private static final String DISCREET = "logServerErrorDetail=false";

    private Sessions() {}

    /** The limits are left as they are where the address sets options of its own. */
    static String url(String url) {
        return url.contains("options=") ? with(url, DISCREET) : with(with(url, DISCREET), LIMITS);
    }

    private static String with(String url, String settings) {
        return url + (url.contains("?") ? "&" : "?") + settings;
    }
}
