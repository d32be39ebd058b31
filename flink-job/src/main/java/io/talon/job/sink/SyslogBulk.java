// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.sink;

import io.talon.job.document.Cef;
import io.talon.job.document.Document;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends each document as CEF in a syslog message (RFC 5424): over TCP or TLS with the length in
 * front (RFC 6587, 5425), or as one UDP datagram. Syslog has no receipts: over TCP what was under
 * way when a connection broke may be lost, over UDP anything. Thread-safe.
 */
final class SyslogBulk implements Bulk {
    private static final int LOCAL0 = 16;
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int DEFAULT_PORT = 514;
    private static final int DEFAULT_TLS_PORT = 6514;

    private final URI address;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(SyslogBulk::daemon);
    private Socket socket;

    /**
     * @param address {@code tcp://host:port}, {@code tls://host:port} or {@code udp://host:port}
     */
    SyslogBulk(URI address) {
        this.address = address;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "talon-syslog");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CompletableFuture<List<Outcome>> create(List<Document> documents) {
        return CompletableFuture.supplyAsync(() -> send(documents), sender);
    }

    private List<Outcome> send(List<Document> documents) {
        List<Outcome> outcomes = new ArrayList<>(documents.size());
        Outcome broken = null;
        noticeHangUp();
        for (Document document : documents) {
            if (broken == null) {
                try {
                    write(message(document));
                    outcomes.add(new Outcome.Created(false));
                    continue;
                } catch (IOException e) {
                    disconnect();
                    broken = new Outcome.TryAgain(String.valueOf(e.getMessage()));
                }
            }
            outcomes.add(broken);
        }
        return outcomes;
    }

    private static byte[] message(Document document) {
        return "<%d>1 %s - talon - anomaly - \ufeff%s"
                .formatted(
                        LOCAL0 * 8 + severity(Cef.severity(document)),
                        Cef.time(document),
                        Cef.of(document))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Critical, error, warning, notice. */
    private static int severity(int elastic) {
        if (elastic >= 99) {
            return 2;
        }
        return elastic >= 73 ? 3 : elastic >= 47 ? 4 : 5;
    }

    private void write(byte[] message) throws IOException {
        if (address.getScheme().equals("udp")) {
            try (DatagramSocket datagrams = new DatagramSocket()) {
                datagrams.send(new DatagramPacket(message, message.length, resolved(DEFAULT_PORT)));
            }
            return;
        }
        if (socket == null) {
            socket = connect();
        }
        byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] frame = new byte[length.length + message.length];
        System.arraycopy(length, 0, frame, 0, length.length);
        System.arraycopy(message, 0, frame, length.length, message.length);
        socket.getOutputStream().write(frame);
        socket.getOutputStream().flush();
    }

    private Socket connect() throws IOException {
        boolean tls = address.getScheme().equals("tls");
        Socket plain = new Socket();
        plain.connect(resolved(tls ? DEFAULT_TLS_PORT : DEFAULT_PORT), TIMEOUT_MILLIS);
        if (!tls) {
            return plain;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure =
                (SSLSocket) factory.createSocket(plain, address.getHost(), plain.getPort(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private InetSocketAddress resolved(int defaultPort) {
        return new InetSocketAddress(
                address.getHost(), address.getPort() < 0 ? defaultPort : address.getPort());
    }

    private void disconnect() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyBroken) {
            // it is given up either way
        } finally {
            socket = null;
        }
    }

    /** A syslog server never answers: all that can be read from it is that it has hung up. */
    private void noticeHangUp() {
        if (socket == null) {
            return;
        }
        try {
            socket.setSoTimeout(1);
            if (socket.getInputStream().read() < 0) {
                disconnect();
            }
        } catch (SocketTimeoutException stillThere) {
            // as it should be
        } catch (IOException broken) {
            disconnect();
        }
    }

    @Override
    public void close() {
        sender.execute(this::disconnect);
        sender.shutdown();
    }
}
