package org.concordat.standalone;

/** To a process that is not Java's own child, or for what Java has no word for. */
final class Signals {

    private Signals() {}

    static void send(String signal, long process) throws Exception {
        int answer = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process).start().waitFor();
        if (answer != 0) throw new IllegalStateException("no process " + process + " to send " + signal);
    }
}
