package org.concordat.query.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.proof.Merkle;
import org.concordat.proof.Sha256;
import org.concordat.query.ledger.Entry;
import org.concordat.query.ledger.Ledger;
import org.concordat.query.ledger.Proofs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The entries of a pack, a line of JSON each, a page at a time: no more of them is in memory. */
final class EntryWriter implements PackZip.Content {

    private static final Logger LOG = LoggerFactory.getLogger(EntryWriter.class);
    private static final int PAGE = 200;
    private static final int TOLD = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Question question;
    private final Scope scope;
    private final Withheld withheld;
    private final long size;
    private final Ledger ledger;
    private final Proofs proofs;
    private final PackNodes nodes;
    private final SortedMap<String, Long> versions = new TreeMap<>();
    private long written;

    EntryWriter(Question question, Scope scope, Withheld withheld, long size, Ledger ledger, Proofs proofs) {
        this.question = question;
        this.scope = scope;
        this.withheld = withheld;
        this.size = size;
        this.ledger = ledger;
        this.proofs = proofs;
        nodes = new PackNodes(proofs);
    }

    @Override public void to(OutputStream out) throws IOException {
        long read = 0;
        List<Entry> page;
        do {
            page = ledger.after(question.partnership(), read, PAGE);
            List<Proofs.Recorded> rows = page.isEmpty() ? List.of() : proofs.recordedAfter(question.partnership(), read, page.size());
            for (int i = 0; i < page.size() && page.get(i).index() <= size; i++) {
                if (scope.holds().test(page.get(i))) write(page.get(i), rows.get(i), out);
            }
            if (!page.isEmpty()) read = page.getLast().index();
        } while (Ledger.full(page, PAGE) && read < size);
    }

    private void write(Entry entry, Proofs.Recorded row, OutputStream out) throws IOException {
        if (entry.index() != row.index()) throw new IllegalStateException("entry " + entry.index() + " was read as " + row.index());
        Map<String, Object> line = new TreeMap<>();
        line.put("envelope", new String(row.envelope(), StandardCharsets.UTF_8));
        line.put("proof", Merkle.inclusion(entry.index() - 1, size, nodes).stream().map(Sha256::base64).toList());
        String why = withheld.why(entry);
        if (why != null) {
            line.put("withheld", why);
        } else if (row.salt().length == 0) {
            // Better a pack that breaks off than one that looks forged.
            throw new IllegalStateException("entry " + entry.index() + " was disposed of after the pack's checkpoint; ask again");
        } else {
            payload(row.payload(), line);
            line.put("salt", HexFormat.of().formatHex(row.salt()));
        }
        out.write(JSON.writeValueAsBytes(line));
        out.write('\n');
        versions.put(entry.subject(), entry.version());
        if (++written % TOLD == 0) LOG.info("Pack of {}: {} entries written.", question.target(), written);
    }

    /** As text, for whoever reads it, wherever it is text. */
    private static void payload(byte[] bytes, Map<String, Object> line) {
        try {
            line.put("payload", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException foreign) {
            line.put("payloadBytes", Base64.getEncoder().encodeToString(bytes));
        }
    }

    long written() {
        return written;
    }

    /** Up to which version each thing is in the pack. */
    SortedMap<String, Long> versions() {
        return versions;
    }
}
