/** How the service says what is wrong with a request: RFC 9457 problems with cause and remedy. */
package io.talon.adaptor.problem;
